import type { Activity, Entity } from "botbuilder";
import { type CardContent, type Citation, type Reply, type Suggestion, suggest } from "../../dialogs/reply.ts";
import { textsOf } from "../../dialogs/texts/texts-of.ts";
import type { Texts } from "../../dialogs/texts/tr.ts";
import { plainText } from "../core/plain-text.ts";
import type { AdaptiveCard } from "./cards/adaptive-card.ts";
import { answerCard } from "./cards/answer-card.ts";
import { attachment } from "./cards/attachment.ts";
import { choicesCard } from "./cards/choices-card.ts";
import { ticketsCard } from "./cards/tickets-card.ts";
import { welcomeCard } from "./cards/welcome-card.ts";
import { isAlone, WEB_CHANNEL } from "./person-of.ts";

/** What a channel can show. */
interface Channel {
  /** Whether this card is worth showing here. */
  readonly shows: (card: CardContent) => boolean;
  /** Its own thumbs up and down under a message, and numbered citations. */
  readonly teams: boolean;
  /** Bold shows as bold, not as asterisks. */
  readonly bold: boolean;
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  msteams: { shows: () => true, teams: true, bold: false },
  // The page links and names the source itself; a card is shown where it has something to press.
  [WEB_CHANNEL]: { shows: (card) => card.kind === "tickets", teams: false, bold: true },
};
const PLAIN: Channel = { shows: () => false, teams: false, bold: false };
/** Teams shows at most six. */
const MOST_SUGGESTIONS = 6;

/** Where a reply is said: an activity, or the reference of a conversation. */
type Place = Pick<Partial<Activity>, "channelId" | "conversation">;

/** A reply as the message of one channel: the full text always, and what the channel can show beside it. */
export function renderReply(reply: Reply, place: Place): Partial<Activity> {
  const channel = CHANNELS[place.channelId ?? ""] ?? PLAIN;
  const texts = textsOf(reply.language);
  const ratings = reply.rates && !channel.teams ? [texts.helpful, texts.notHelpful] : [];
  const card = reply.card && channel.shows(reply.card) ? reply.card : undefined;
  const citations = channel.teams ? (reply.citations ?? []) : [];
  const text = channel.bold ? reply.text : plainText(reply.text);
  return {
    type: "message",
    text: citations.length > 0 ? withMarks(text, citations) : text,
    textFormat: "markdown",
    locale: reply.language === "en" ? "en-US" : "tr-TR",
    inputHint: "acceptingInput",
    ...besides(card && cardOf(card, texts), choicesOf(reply, ratings), channel.teams && !isAlone(place)),
    ...(citations.length > 0 && { entities: [citationEntity(citations)] }),
    channelData: dataOf(reply, channel, place.channelId === WEB_CHANNEL && card !== undefined, ratings),
  };
}

/** What may be said next. Where the channel has no thumbs of its own, its two words stand among it. */
function choicesOf(reply: Reply, ratings: readonly string[]): readonly Suggestion[] {
  return [...(reply.suggestions ?? []), ...ratings.map(suggest)].slice(0, MOST_SUGGESTIONS);
}

/**
 * Teams takes suggested actions in a chat with one person only, and elsewhere may refuse the message for them: there the choices are
 * a card's buttons.
 */
function besides(card: AdaptiveCard | undefined, choices: readonly Suggestion[], areInCard: boolean) {
  const cards = [...(card ? [card] : []), ...(areInCard && choices.length > 0 ? [choicesCard(choices)] : [])];
  return {
    ...(cards.length > 0 && { attachments: cards.map(attachment) }),
    ...(!areInCard && choices.length > 0 && { suggestedActions: { to: [], actions: choices.map(toAction) } }),
  };
}

/** What programs read beside the words, which suggestions rate the answer, and Teams' own thumbs. */
function dataOf(reply: Reply, channel: Channel, isInCard: boolean, ratings: readonly string[]) {
  return {
    outcome: reply.outcome,
    ...(reply.entries && { entries: reply.entries }),
    ...(reply.confidence !== undefined && { confidence: reply.confidence }),
    ...(isInCard && { isInCard }),
    ...(ratings.length > 0 && { ratings }),
    ...(channel.teams && reply.rates && { feedbackLoop: { type: "default" } }),
  };
}

function cardOf(content: CardContent, texts: Texts): AdaptiveCard {
  switch (content.kind) {
    case "answer":
      return answerCard(content, texts);
    case "tickets":
      return ticketsCard(content, texts);
    case "welcome":
      return welcomeCard(content);
  }
}

const toAction = ({ title, value }: Suggestion) => ({ type: "imBack", title, value });

function withMarks(text: string, citations: readonly Citation[]): string {
  return `${text} ${citations.map((_citation, index) => `[${index + 1}]`).join(" ")}`;
}

/** Teams' numbered citations: exactly one such entity per message (schema.org Message with Claims). */
function citationEntity(citations: readonly Citation[]): Entity {
  return {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    "@id": "",
    citation: citations.map(({ title, passage }, index) => ({
      "@type": "Claim",
      position: index + 1,
      appearance: { "@type": "DigitalDocument", name: title, abstract: passage.slice(0, 160) },
    })),
  };
}
