import type { Activity } from "botbuilder";

/** What the person wrote or tapped, without the mention of the bot and Teams' hard spaces. */
export function messageText(activity: Activity): string {
  const written = activity.text ?? tapped(activity.value) ?? "";
  return mentionsOf(activity)
    .reduce((text, mention) => text.replaceAll(mention, ""), written)
    .replace(/\u00a0|&nbsp;/g, " ")
    .trim();
}

/** A picture in Teams' formatted copy of the text; its emojis are pictures too, and stand in the text already. */
const PICTURE = /<img(?![^>]*Emoji)/i;

/** Whether a file, a picture or a sticker came with the message. Teams' formatted copy of the text alone is none. */
export function hasAttachment({ attachments }: Activity): boolean {
  return (attachments ?? []).some(
    ({ contentType, content }) => contentType !== "text/html" || (typeof content === "string" && PICTURE.test(content)),
  );
}

/** The bot's own mentions, as they stand in the text. The channel's word is not trusted to be complete. */
function mentionsOf({ entities, recipient }: Activity): string[] {
  return (entities ?? []).flatMap((entity: { type: string; text?: unknown; mentioned?: { id?: unknown } | null }) =>
    entity.type === "mention" && entity.mentioned?.id === recipient.id && typeof entity.text === "string" && entity.text
      ? [entity.text]
      : [],
  );
}

/** A card button's words, where the channel sends the button's data instead of them. */
function tapped(value: unknown): string | undefined {
  const said = (value as { msteams?: { value?: unknown } } | null | undefined)?.msteams?.value;
  return typeof said === "string" ? said : undefined;
}
