import type { Suggestion } from "../../../dialogs/reply.ts";
import { type AdaptiveCard, card, sayAction } from "./adaptive-card.ts";

/** Choices as buttons of a card, under the message that offers them: for chats where a channel takes no suggested actions. */
export function choicesCard(choices: readonly Suggestion[]): AdaptiveCard {
  const titles = choices.map(({ title }) => title);
  const actions = choices.map(({ title, value }) => sayAction(title, value));
  return card(titles.join("\n"), [{ type: "ActionSet", actions }]);
}
