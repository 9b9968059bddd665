import { createTransport } from "nodemailer";
import type { ComposedMail } from "./compose-mail.ts";

/** What became of one try to send. */
export type SendResult =
  | { readonly kind: "sent" }
  /** The server will never take this mail (RFC 5321 §4.2.1, 5yz). */
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string }
  /** We ended it ourselves, by `close`. */
  | { readonly kind: "interrupted"; readonly reason: string };

/** Sends mails by SMTP. */
export interface Mailer {
  send(mail: ComposedMail): Promise<SendResult>;
  /**
   * Resolves when nothing is being sent any more, within seconds: a server that answers has a moment left for it; one that does not
   * is hung up on. What was not taken, or waited for its turn, is "interrupted".
   */
  close(): Promise<void>;
}

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;
/** How long a send that is under way may still take when all is to end. */
const LAST_MS = 2_000;
/** 5yz answers that say "not like this, not now" rather than "never": sign-in and TLS are set right by an operator. */
const MENDABLE = new Set([530, 534, 535, 538]);

/**
 * A mailer for an SMTP_URL ("smtps://user:password@host:465", "smtp://host:587"). TLS is demanded of hosts other than this
 * machine, and its certificate is checked; `?tls.rejectUnauthorized=false` and the like are nodemailer's own and the operator's choice.
 */
export function createMailer(url: string): Mailer {
  const { hostname } = new URL(url);
  const isLocal = hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    ...(isLocal ? { ignoreTLS: true } : { requireTLS: true }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Set<Promise<SendResult>>();
  let isClosing = false;

  async function trySending({ to, references, from, headers, ...mail }: ComposedMail): Promise<SendResult> {
    try {
      await transport.sendMail({
        ...mail,
        from,
        to: [...to],
        headers: { ...headers },
        ...(references && { references: [...references] }),
      });
      return { kind: "sent" };
    } catch (error) {
      const failure = failureOf(error);
      return isClosing && failure.kind === "later" ? { kind: "interrupted", reason: INTERRUPTED } : failure;
    }
  }

  return {
    async send(mail) {
      const sending = trySending(mail);
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
    async close() {
      isClosing = true;
      transport.close();
      const hangUp = setTimeout(() => transport.close({ force: true }), LAST_MS);
      await Promise.all(underWay);
      clearTimeout(hangUp);
    },
  };
}

const INTERRUPTED = "Program kapanırken gönderim yarıda kaldı; yeniden açılınca bir daha denenir.";

interface SmtpFailure {
  readonly responseCode?: number;
  readonly code?: string;
  readonly command?: string;
}

function failureOf(error: unknown): SendResult {
  const failure = error as SmtpFailure;
  const { responseCode, code, command } = failure;
  const said =
    [code, command, responseCode].filter(Boolean).join(" ") || (error instanceof Error ? error.message : String(error));
  const isForGood = responseCode !== undefined && responseCode >= 500 && !MENDABLE.has(responseCode);
  return { kind: isForGood ? "refused" : "later", reason: `${causeOf(failure, isForGood)} (${said}).` };
}

/** What went wrong and whom to ask, as staff read it beside their message; nothing in it of one mail only, since alike ones are counted. */
function causeOf({ responseCode, code = "", command }: SmtpFailure, isForGood: boolean): string {
  if (code === "EAUTH" || (responseCode && MENDABLE.has(responseCode)))
    return "Giden posta sunucusu oturum açtırmadı; SMTP_URL denetlenmeli";
  if (responseCode === undefined)
    return "Giden posta sunucusuyla bağlantı kurulamadı ya da koptu; SMTP_URL ve ağ denetlenmeli";
  if (command === "RCPT TO")
    return isForGood ? "Alıcının adresi kabul edilmedi; adres denetlenmeli" : "Alıcı şimdilik kabul edilmiyor";
  if (command === "MAIL FROM" && isForGood) return "Gönderen adresimiz kabul edilmedi; MAIL_FROM denetlenmeli";
  return isForGood
    ? "Giden posta sunucusu e-postayı kabul etmedi; posta yöneticisine sorulmalı"
    : "Giden posta sunucusu e-postayı şimdilik almıyor";
}
