import type { FieldValue } from "../../core/request.ts";
import { fold, isSameText } from "../../language/fold.ts";
import { tellsOfOthers } from "./kind.ts";
import { laidOver } from "./laid-over.ts";
import type { LetterContext } from "./letter-context.ts";
import { REPLY_MARKS } from "./reply-marks.ts";
import type { Fields, FoundPerson } from "./types.ts";

interface OfWriter {
  /** Things are called the writer's own. */
  readonly isMine: boolean;
  /** Or the matter is one that people write of for themselves. */
  readonly isOwn: boolean;
}

/** Whether the one person of a letter is who wrote it. */
export function isSender(
  { fields: { name, nationalId } }: FoundPerson,
  told: OfWriter,
  context: LetterContext,
): boolean {
  const { material, words, text, writer, isSigned } = context;
  const { sender } = material;
  // Numbers and a name below them, without a word of anybody else. A lead who answers this office for one of theirs writes just so.
  const isAnswer = REPLY_MARKS.test(material.subject);
  const isSignedAsOwn = isSigned && nationalId !== undefined && !isAnswer && !tellsOfOthers(text, words);
  if (!name || !sender?.name) return told.isOwn || isSignedAsOwn;
  if (isSameText(name.value, sender.name) || isPartOfName(sender.name, name.value)) return true;
  // Behind the mailbox of an office is whoever names things their own.
  return writer ? isSameText(name.value, writer) : told.isMine;
}

/** "nazlı" or "Nazlı Bozkurt" is how Nazlı Hilal Er Bozkurt calls herself. */
function isPartOfName(part: string, name: string): boolean {
  const whole = new Set(fold(name).split(/\s+/));
  const [first = "", ...others] = fold(part).trim().split(/\s+/);
  return fold(name).startsWith(first) && [first, ...others].every((word) => whole.has(word));
}

/** What the writer's signature and address tell of a matter of their own. */
export function withSender(fields: Fields, { material, signature, writer }: LetterContext): Fields {
  const { name, email } = material.sender ?? {};
  const known = {
    ...(email && { email: addressOf(email) }),
    ...(writer && { name: nameOf(writer, name) }),
    ...signature.shared,
    ...withoutDeskPhone(signature.people[0]?.fields ?? {}),
  };
  return laidOver(known, fields);
}

/** The telephone of an office, in a signature, is nobody's mobile. */
function withoutDeskPhone({ phone, ...others }: Fields): Fields {
  return phone && !phone.problem ? { phone, ...others } : others;
}

/** Who puts themselves on a list of several is reached at the address they write from. */
export function withOwnAddress(fields: Fields, { material: { sender }, writer }: LetterContext): Fields {
  if (!writer || !sender?.email || fields.email || !fields.name || !isSameText(fields.name.value, writer))
    return fields;
  return { ...fields, email: addressOf(sender.email) };
}

/** Whoever sends a list of others is their project lead (memo: requests come through the Proje Sorumluları). */
export function withLead(fields: Fields, writer: string | undefined): Fields {
  if (!writer || fields.projectLead || (fields.name && isSameText(fields.name.value, writer))) return fields;
  return { ...fields, projectLead: nameOf(writer) };
}

/** The address a mail comes from, as somebody's. */
function addressOf(email: string): FieldValue {
  return { value: email, source: { kind: "sender", quote: email }, confidence: 0.9 };
}

/** The writer's name, as that of somebody. In: also how the mail's head has it, where that is another way. */
function nameOf(writer: string, quote = writer): FieldValue {
  return { value: writer, source: { kind: "sender", quote }, confidence: 0.7 };
}
