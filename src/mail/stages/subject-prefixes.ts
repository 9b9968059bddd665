import { TICKET_NUMBER } from "../../core/ticket.ts";
import { fold } from "../../language/fold.ts";

/** Folded reply and forward marks of mail programs: Turkish first, then the others that reach a Turkish office. */
const PREFIX =
  /^(?:ynt|yan|yanit|cvp|cevap|ilt|ilet|iletilen|fw|fwd|re|aw|wg|tr|rv|res|enc|sv|vs|antw|doorst)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:\s?/;
const NUMBER = new RegExp(`[[(]?\\s?${TICKET_NUMBER.source}\\s?[\\])]?:?`, "giu");

/** What an office's gateway writes into the subject of mail from outside, or of what it takes for junk; the mark folded. */
const GATEWAY =
  /^(?:(?:dis|harici|external|ext)(?: (?:e-?)?(?:posta|mail|ileti|kaynak|kaynakli|gonderen|gonderici|sender|source|message))?|(?:(?:olasi|supheli|muhtemel|suspected|possible|probable) )?spam ?\??)$/;
const BRACKETED = /^\[([^[\]]{2,30})\]\s*[:-]?\s*/;
/** "[Diş]" is a tooth; capitals without a dot, or no marks at all, are what gateways write. */
const TOOTH = /^\s*(?:d|D)[iİ][şŞ]/;

/** A subject without reply prefixes, marks of gateways and ticket numbers, in any number and order. In and out: one line. */
export function withoutPrefixes(subject: string): string {
  let left = withoutNumbers(subject);
  for (let cut = markLength(left); cut > 0; cut = markLength(left)) left = left.slice(cut).trim();
  return left;
}

/** Whether the subject begins with a mark of an answer or a forward, ticket numbers and marks of gateways before it apart. */
export function hasPrefix(subject: string): boolean {
  return prefixLength(withoutGateway(withoutNumbers(subject))) > 0;
}

/** Whether the subject begins with a forward mark ("İLT:", "FW:"). */
export function isForward(subject: string): boolean {
  return /^(?:(?:ynt|yan|yanit|re|aw)\s?:\s?)*(?:ilt|ilet|iletilen|fw|fwd|wg|tr|rv|enc)\s?:/.test(
    fold(withoutGateway(subject).slice(0, 100)),
  );
}

/** The subject as its writer's program sent it: without the marks of gateways before it and between its prefixes. */
export function withoutGateway(subject: string): string {
  let kept = "";
  let left = subject.trimStart();
  for (let cut = markLength(left); cut > 0; cut = markLength(left)) {
    if (gatewayLength(left) === 0) kept += `${left.slice(0, cut)} `;
    left = left.slice(cut).trimStart();
  }
  return kept + left;
}

function withoutNumbers(subject: string): string {
  return subject.replace(NUMBER, " ").replace(/\s+/g, " ").trim();
}

/** Length of what was put before the subject by a program or a gateway. */
function markLength(subject: string): number {
  return gatewayLength(subject) || prefixLength(subject);
}

function gatewayLength(subject: string): number {
  const [all = "", said = ""] = BRACKETED.exec(subject) ?? [];
  return GATEWAY.test(fold(said).trim()) && !TOOTH.test(said) ? all.length : 0;
}

/** Length of the prefix in the subject as written; folding may change the length of what it folds. */
function prefixLength(subject: string): number {
  const colon = subject.slice(0, 20).indexOf(":");
  if (colon < 0) return 0;
  return PREFIX.test(`${fold(subject.slice(0, colon + 1))} `) ? colon + 1 : 0;
}
