import { fold } from "../../language/fold.ts";
import type { AnyMail } from "../reading/mail-in-hand.ts";
import { headerOf } from "./header-values.ts";

/** What a delivery report says, as far as it says it in a standard way (RFC 3464), or in words. */
export interface Bounce {
  /** Delayed: the server still tries. Delivered: a receipt. */
  readonly action: "failed" | "delayed" | "delivered";
  readonly recipient?: string;
  /** "5.1.1" */
  readonly status?: string;
  readonly diagnostic?: string;
}

/** Letters of the text in which words and codes are looked for. */
const LOOKED_AT = 20_000;
const MAILER =
  /(?:^|[^a-z])(?:mailer.?daemon|post.?master|poostmaster|mail.?deliver\w*|mail.?admin\w*|mail.?system|deliver\w* (?:sub)?system|mmdf|vtext|bounce\w*|nobody(?=@))(?:[^a-z]|$)/;
/** Return paths of mail servers: their reports have the null path, or one of these. */
const MAILER_PATH = /mailer.?daemon|bounce/;
const UNREAD = /no.?reply@/;
const SUBJECT =
  /undeliver|not (?:be )?deliver|non.?deliver|deliver\w* (?:status|fail|problem|error|report|notif|has|delay|incomplete|temporar|warning)|fail\w* (?:to )?deliver|failure (?:notice|notif|of deliver)|returned (?:mail|message|to sender|e-?mail)|return(?:ed)? to sender|mail (?:fail|error|system error|deliver)|message (?:you sent|fail|undeliver|could not|status|rejected|blocked|notif)|could not (?:be )?(?:sent|deliver)|couldn.t be (?:sent|deliver)|error sending your mail|delayed (?:mail|message)|warning.{1,3}(?:could not|message)|rejected:|teslim edilemed|iletilemed|gonderilemed|ulastirilamad|teslimat (?:durumu|hata|basarisiz)|iade edil|unzustellbar|nicht zustellbar|nicht zugestellt|zustell\w*fehler|non remis|echec de|ne peut pas etre|no se ha podido|fallo en la entrega|entregar|impossibile recapit|mancata consegna|недостав|не доставлен|не удалось|配信|エラー通知|不達|送信|退信|无法投递|系统退信/;
const WORDS =
  /user (?:is )?unknown|unknown user|no such (?:user|person|recipient|mailbox|address)|could not be deliver|couldn.t be deliver|cannot be deliver|not be deliver|was not deliver|unable to deliver|undeliver|delivery (?:has )?fail|failed to deliver|deliver\w* to the following|permanent\w* (?:fatal )?(?:error|failure)|could not (?:send|be sent)|not (?:been )?deliver|mailbox (?:unavailable|not found|does not exist|quota)|address (?:rejected|not found)|returned (?:below|to sender)|recipient\w* (?:address )?rejected|mailbox is full|did not (?:reach|receive)|transcript of (?:the )?session|this is a permanent error|giving up|host (?:or domain name )?not found|teslim edilemed|iletilemed|gonderilemed|bulunamad|message (?:was|has been) (?:blocked|rejected|returned)|had (?:permanent|delivery|transient)|retry time(?:out)?|not listed in|does not exist|invalid (?:user|recipient|address)|out of (?:disk )?space|over quota|quota exceeded|disabled|suspended|blocked|not accept|account (?:has been|is|inactive)|配信|届け|送信|ユーザ|アドレス|недостав|не (?:доставлен|существует|удалось)|nicht zugestellt|nicht zustell/;
const CODE =
  /(?:^|[^\d.])(?:[45]\.\d{1,3}\.\d{1,3}|[45]\d\d(?:[ \t-]+(?:[45]\.\d|[a-z<"'(]))|smtp error|error code|remote host said|#[45]\.\d)/;
/** Amazon SES reports deliveries as JSON, on its own or inside another. */
const CLOUD_NOTICE = /^[\s{].{0,3000}?\\?"notificationType\\?"\s*:\s*\\?"(?:Bounce|Delivery)\\?"/s;
const RETURNED =
  /(?:^|\n)[ \t>*-]*(?:the original message was|original message|returned message|copy of (?:the|your) message|message (?:text|header|follows)|your (?:original )?message|unsent message|below this line|headers? (?:of the original|follows?))|(?:^|\n)[ \t>]*(?:received: from|return-path:|message-id:)/;

/**
 * Whether a mail is a report on the delivery of another, and what it says. A machine-readable report decides; without one,
 * who writes, what the subject says and what the text says must point the same way (a person may well forward a bounce).
 */
export function readBounce(mail: AnyMail): Bounce | undefined {
  const { report } = mail;
  if (report?.kind === "delivery") return fromReport(mail);
  if (report || !looksLikeBounce(mail)) return undefined;
  const text = mail.text.slice(0, LOOKED_AT);
  const recipient = /<([^\s<>@]{1,64}@[^\s<>@]{1,255})>/.exec(text)?.[1];
  const status = /(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1];
  const isDelay = /delay|gecik|yavas|will (?:be |continue )?retr|still trying|warning: could not/.test(
    fold(mail.subject),
  );
  return { action: isDelay ? "delayed" : "failed", ...(recipient && { recipient }), ...(status && { status }) };
}

function fromReport({ report }: AnyMail): Bounce {
  const field = (name: string) => report?.fields.find((candidate) => candidate.name === name)?.value;
  const said = fold(field("action") ?? "");
  const recipient = (field("final-recipient") ?? field("original-recipient"))?.replace(/^[^;]*;\s*/, "");
  const status = field("status")?.match(/\d\.\d{1,3}\.\d{1,3}/)?.[0];
  const diagnostic = field("diagnostic-code");
  const isSuccess = /delivered|relayed|expanded|deliverable/.test(said) && !status?.startsWith("5");
  return {
    action: said.includes("delayed") ? "delayed" : isSuccess ? "delivered" : "failed",
    ...(recipient && { recipient }),
    ...(status && { status }),
    ...(diagnostic && { diagnostic: diagnostic.slice(0, 300) }),
  };
}

function looksLikeBounce(mail: AnyMail): boolean {
  if (headerOf(mail, "x-failed-recipients")) return true;
  if (/report-type="?delivery-status/.test(headerOf(mail, "content-type") ?? "")) return true;
  return CLOUD_NOTICE.test(mail.text) || isToldInWords(mail);
}

function isToldInWords(mail: AnyMail): boolean {
  const sender = fold(`${mail.from?.name ?? ""} ${mail.from?.address ?? ""}`);
  const who = points(MAILER.test(sender), 2) + points(mail.returnPath === "" || UNREAD.test(sender), 1);
  if (who === 0) return false;
  const text = mail.text.slice(0, LOOKED_AT).split("\n").map(fold).join("\n");
  const told = points(SUBJECT.test(fold(mail.subject)), 2);
  const what = told + points(WORDS.test(text), 1);
  const code = points(CODE.test(text), 1);
  const hasReturned = mail.enclosed.length > 0 || RETURNED.test(text);
  // Somebody can be asked back: a person writing of bounces, a postmaster before all, unless the mail itself is returned.
  if (mail.returnPath && !MAILER_PATH.test(mail.returnPath) && !hasReturned) return false;
  const proof = code + points(hasReturned, 1);
  // What a machine sends back with the mail itself needs no subject and no code; a person's mail has a return path.
  const isReturned = mail.returnPath === "" && mail.enclosed.length > 0;
  if (what === 0 || (told + code === 0 && !isReturned)) return false;
  // A mail server's own name, subject and words are enough; anybody else must show a code or what is returned.
  return who + what + proof >= (proof > 0 ? 4 : 5);
}

function points(isSo: boolean, worth: number): number {
  return isSo ? worth : 0;
}
