import type { Message } from "../core/message.ts";
import { maskPersonalData } from "../core/personal-data.ts";
import { maskPersonalDataInHtml } from "../core/personal-data-in-html.ts";
import type { Cipher } from "./cipher.ts";
import { bytesOf, fromStored, toStored } from "./documents.ts";
import type { Stored } from "./models.ts";

/** The texts of a message that people write into. */
export type Texts = Pick<Message, "text" | "fullText" | "html">;

/** Where a masked text differs from its original: at which place which characters stood. */
type Hidden = readonly (readonly [at: number, original: string])[];

/**
 * A message as it is stored: every T.C. kimlik no and mobile number masked in its texts, what was masked sealed beside them.
 * Whoever reads the document sees the mask, and a reveal needs the key.
 */
export function storedMessage(message: Message, cipher: Cipher): Stored {
  const masked = maskedTexts(message);
  const { name } = message.from;
  const hidden = hiddenIn(message, masked);
  return {
    ...toStored(message),
    ...masked,
    from: { ...message.from, ...(name && { name: maskPersonalData(name) }) },
    attachments: message.attachments.map((file) => ({ ...file, name: maskPersonalData(file.name) })),
    ...(hidden && { sealed: cipher.seal(Buffer.from(JSON.stringify(hidden))) }),
  };
}

/** The texts of a stored message as they were written. */
export function originalTexts(document: object, cipher: Cipher): Texts {
  const { text, fullText, html } = fromStored<Message>(document);
  const texts = { text, ...(fullText !== undefined && { fullText }), ...(html !== undefined && { html }) };
  const sealed = bytesOf((document as Stored).sealed);
  if (!sealed) return texts;
  const hidden = JSON.parse(cipher.open(sealed).toString()) as Readonly<Partial<Record<keyof Texts, Hidden>>>;
  const restored = Object.entries(texts).map(([name, masked]) => [name, restore(masked, hidden[name as keyof Texts])]);
  return Object.fromEntries(restored) as Texts;
}

function maskedTexts({ text, fullText, html }: Texts): Texts {
  return {
    text: maskPersonalData(text),
    ...(fullText !== undefined && { fullText: maskPersonalData(fullText) }),
    ...(html !== undefined && { html: maskPersonalDataInHtml(html) }),
  };
}

function hiddenIn(original: Texts, masked: Texts): Partial<Record<keyof Texts, Hidden>> | undefined {
  const found = (["text", "fullText", "html"] as const)
    .map((name) => [name, differences(original[name] ?? "", masked[name] ?? "")] as const)
    .filter(([, hidden]) => hidden.length > 0);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function differences(original: string, masked: string): Hidden {
  const hidden: [number, string][] = [];
  if (original === masked) return hidden;
  for (let at = 0; at < original.length; at += 1) {
    if (original[at] === masked[at]) continue;
    const start = at;
    while (at < original.length && original[at] !== masked[at]) at += 1;
    hidden.push([start, original.slice(start, at)]);
  }
  return hidden;
}

function restore(masked: string, hidden: Hidden = []): string {
  let original = "";
  let done = 0;
  for (const [at, characters] of hidden) {
    original += masked.slice(done, at) + characters;
    done = at + characters.length;
  }
  return original + masked.slice(done);
}
