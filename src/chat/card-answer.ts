import { type AdaptiveCard, CARD_TYPE } from "./cards/adaptive-card.ts";

/** The Bot Framework's answer to Action.Execute: a card in the old one's place, or what went wrong. */
export type CardAnswer =
  | { readonly statusCode: 200; readonly type: typeof CARD_TYPE; readonly value: AdaptiveCard }
  | {
      readonly statusCode: 400 | 403;
      readonly type: "application/vnd.microsoft.error";
      readonly value: { readonly code: string; readonly message: string };
    };

/** A card in the place of the one that was pressed. */
export function shown(value: AdaptiveCard): CardAnswer {
  return { statusCode: 200, type: CARD_TYPE, value };
}

/** Why nothing was done. */
export function refused(statusCode: 400 | 403, code: string, message: string): CardAnswer {
  return { statusCode, type: "application/vnd.microsoft.error", value: { code, message } };
}
