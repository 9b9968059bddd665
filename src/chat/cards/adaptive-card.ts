/** The parts of an Adaptive Card this product uses (schema 1.5, the newest every Teams client shows). */
export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  /** Read aloud, and shown where cards are not. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  readonly refresh?: { readonly action: CardAction; readonly userIds?: readonly string[] };
  readonly msteams?: { readonly width: "Full" };
}

export type CardElement = { readonly type: string; readonly [property: string]: unknown };
export type CardAction = { readonly type: string; readonly title?: string; readonly [property: string]: unknown };

const SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";
export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

/** A card of these elements and actions. */
export function card(
  fallbackText: string,
  body: readonly CardElement[],
  actions: readonly CardAction[] = [],
): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: SCHEMA,
    version: "1.5",
    fallbackText,
    body,
    ...(actions.length > 0 && { actions }),
  };
}

/** A paragraph. Text of people goes through `plain` first: a TextBlock reads Markdown. */
export function paragraph(text: string, more: Readonly<Record<string, unknown>> = {}): CardElement {
  return { type: "TextBlock", text, wrap: true, ...more };
}

/** A card's heading. */
export function heading(text: string): CardElement {
  return paragraph(text, { weight: "Bolder", size: "Medium", style: "heading" });
}

/** A button that sends `value` as the person's next message. */
export function sayAction(title: string, value: string): CardAction {
  return { type: "Action.Submit", title, data: { msteams: { type: "imBack", value } } };
}

/** A button the bot answers with a card in this card's place. */
export function executeAction(title: string, verb: string, data: Readonly<Record<string, unknown>> = {}): CardAction {
  return { type: "Action.Execute", title, verb, data };
}

/** A button that opens a page. */
export function linkAction(title: string, url: string): CardAction {
  return { type: "Action.OpenUrl", title, url };
}

/** People's words, made safe against being read as Markdown. */
export function plain(text: string): string {
  return text.replace(/([\\`*_{}[\]()#+|<>~])/g, "\\$1");
}
