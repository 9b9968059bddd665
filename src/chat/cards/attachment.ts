import type { Attachment } from "botbuilder";
import { type AdaptiveCard, CARD_TYPE } from "./adaptive-card.ts";

/** An Adaptive Card as an attachment. */
export function attachment(content: AdaptiveCard): Attachment {
  return { contentType: CARD_TYPE, content };
}
