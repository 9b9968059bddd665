/** A small mail for tests. Every subject gets a Message-ID of its own unless one is given. */
export function sampleMail(
  subject: string,
  more: {
    readonly text?: string;
    readonly from?: string;
    readonly to?: string;
    readonly headers?: readonly string[];
    readonly messageId?: string | null;
  } = {},
): string {
  const {
    text = `${subject} hakkında bilgi rica ederim.`,
    from = "Ayşe Yılmaz <ayse@ornek.example>",
    to = "e-imza@icisleri.gov.tr",
  } = more;
  const messageId =
    more.messageId === undefined ? `<${Buffer.from(subject).toString("hex")}@ornek.example>` : more.messageId;
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    "Date: Fri, 20 Nov 2026 12:00:00 +0300",
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    ...(more.headers ?? []),
    "",
    text,
    "",
  ].join("\r\n");
}
