import type { CardContent } from "../../../dialogs/reply.ts";
import { type AdaptiveCard, card, heading, paragraph, sayAction } from "./adaptive-card.ts";

type WelcomeContent = Extract<CardContent, { kind: "welcome" }>;

/** The first thing a person sees: what the bot is for, and questions to tap. */
export function welcomeCard({ title, text, questions }: WelcomeContent): AdaptiveCard {
  return card(text, [
    heading(title),
    paragraph(text),
    { type: "ActionSet", actions: questions.map((question) => sayAction(question, question)) },
  ]);
}
