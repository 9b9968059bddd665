import type { CardContent } from "../../../dialogs/reply.ts";
import type { Texts } from "../../../dialogs/texts/tr.ts";
import { type AdaptiveCard, card, heading, linkAction, paragraph, sayAction } from "./adaptive-card.ts";

type AnswerContent = Extract<CardContent, { kind: "answer" }>;

/** What an answer rests on, with the pages it names as buttons. The answer itself is the message's text. */
export function answerCard({ title, citation, links }: AnswerContent, texts: Texts): AdaptiveCard {
  return card(
    texts.source(citation.title),
    [heading(title), paragraph(texts.source(citation.passage), { isSubtle: true, size: "Small", spacing: "Small" })],
    [...links.map(({ title: label, url }) => linkAction(label, url)), sayAction(texts.openTicket, texts.openTicket)],
  );
}
