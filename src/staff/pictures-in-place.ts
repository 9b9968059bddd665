import type { Attachment, Message } from "../core/message.ts";
import { previewType } from "./picture-type.ts";

/** Pictures put into one mail's view; a signature's logos are few, and a bomb repeats one picture a thousand times. */
const MOST_PLACES = 50;
/** Of all of them, in bytes; what is left out is still among the mail's files. */
const MOST_BYTES = 8_000_000;
const PLACE = /src="cid:([^"]{1,400})"/gi;

/** The pictures that a mail's markup shows in place, each once; as many as are worth showing there. */
export function picturesInPlace({
  html = "",
  attachments,
}: Pick<Message, "html" | "attachments">): readonly Attachment[] {
  const named = new Set([...html.matchAll(PLACE)].map(([, id = ""]) => idOf(id)));
  let bytes = 0;
  return attachments.filter(({ contentId, size, inline }) => {
    if (!inline || !contentId || !named.has(contentId) || bytes + size > MOST_BYTES) return false;
    bytes += size;
    return true;
  });
}

/** The markup with its pictures in it. In: their contents by Content-ID; what is no picture by its content is left out. */
export function withPictures(html: string, contents: ReadonlyMap<string, Buffer>): string {
  let places = 0;
  let bytes = 0;
  return html.replace(PLACE, (place, id: string) => {
    const content = contents.get(idOf(id));
    const type = content && previewType(content);
    if (!content || !type?.startsWith("image/")) return place;
    if (places === MOST_PLACES || bytes + content.length > MOST_BYTES) return place;
    places += 1;
    bytes += content.length;
    return `src="data:${type};base64,${content.toString("base64")}"`;
  });
}

/** A Content-ID out of a link in markup (RFC 2392): escaped there, and encoded as addresses are. */
function idOf(link: string): string {
  const id = link.replace(/&amp;/g, "&");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
