import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real SMTP server that keeps what it gets, and refuses what it is told to. */
export interface SmtpSink {
  readonly url: string;
  readonly mails: { readonly raw: string; readonly to: readonly string[]; readonly parsed: ParsedMail }[];
  /** Answer to every mail's data with this code; undefined: take it. */
  refuseWith: number | undefined;
  /** Never answer a mail's data. */
  isSilent: boolean;
  /** Sends seen, refused ones among them. */
  tries: number;
  stop(): Promise<void>;
}

export async function startSmtpSink(): Promise<SmtpSink> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        sink.tries += 1;
        if (sink.isSilent) return;
        if (sink.refuseWith) {
          done(Object.assign(new Error("No."), { responseCode: sink.refuseWith }));
          return;
        }
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        sink.mails.push({ raw: raw.toString(), to, parsed: await simpleParser(raw) });
        done();
      });
    },
  });
  // A client killed in the middle of a mail.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    refuseWith: undefined,
    isSilent: false,
    tries: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}
