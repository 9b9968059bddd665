import { mailOf } from "../stages/harness.ts";

/** REM evidence as TS 102 640-2 forms it, with the block its signature would be. */
export function remEvidence(root: string, event: string, id = "", reason = ""): string {
  const why =
    reason && `<EventReasons><EventReason><Code>1</Code><Details>${reason}</Details></EventReason></EventReasons>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${root.toLowerCase()} -->
<ns2:${root} version="1" xmlns:ns2="http://uri.etsi.org/02640/v2#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
  <ns2:EvidenceIdentifier>7f1c</ns2:EvidenceIdentifier>
  <ns2:EventCode>http:uri.etsi.org/02640/Event#${event}</ns2:EventCode>${why}
  <ns2:EventTime>2026-11-20T12:30:00+03:00</ns2:EventTime>
  <ns2:SenderMessageDetails isNotification="false"><ns2:MessageSubject>Mobil imza</ns2:MessageSubject>
    <ns2:UAMessageIdentifier>${id.replace(/</g, "&lt;").replace(/>/g, "&gt;")}</ns2:UAMessageIdentifier>
    <ns2:MessageIdentifierByREMMD>77@hs02.kep.tr</ns2:MessageIdentifierByREMMD></ns2:SenderMessageDetails>
  <ds:Signature><ds:SignatureValue>${"QUJD".repeat(4_000)}</ds:SignatureValue></ds:Signature>
</ns2:${root}>`;
}

/** ERDS evidence as EN 319 522-3 forms it. */
export function erdsEvidence(event: string, id = ""): string {
  return `<Evidence xmlns="http://uri.etsi.org/19522/v1#"><ERDSEventId>http://uri.etsi.org/19522/Event/${event}</ERDSEventId><EventTime>2026-11-20T09:30:00Z</EventTime><MessageIdentifier><![CDATA[${id}]]></MessageIdentifier></Evidence>`;
}

export interface RegisteredMail {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly envelope?: string;
  /** The enclosed mail, raw. */
  readonly inner?: string;
  readonly evidence?: readonly string[];
}

/** A mail as a KEP provider hands it over: its own words, "gonderi.eml", and evidence as "delil.xml". */
export function registeredMail({
  headers,
  envelope = "İleti ve delil ektedir.",
  inner,
  evidence = [],
}: RegisteredMail): string {
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${envelope}`,
    ...(inner === undefined ? [] : [`Content-Type: message/rfc822; name=gonderi.eml\r\n\r\n${inner}`]),
    ...evidence.map((xml, index) => {
      const base64 = Buffer.from(xml).toString("base64").replace(/.{76}/g, "$&\r\n");
      const type = index === 0 ? "application/xml" : "application/octet-stream";
      return `Content-Type: ${type}; name=delil.xml\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=delil.xml\r\n\r\n${base64}`;
    }),
  ];
  return mailOf(
    {
      From: "KEP <sistem@hs02.kep.tr>",
      Subject: "KEP iletisi",
      "Content-Type": "multipart/mixed; boundary=kk",
      ...headers,
    },
    `${parts.map((part) => `--kk\r\n${part}\r\n`).join("")}--kk--`,
  );
}
