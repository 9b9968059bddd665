import type { Language } from "../../core/knowledge.ts";
import { maskPersonalData } from "../../core/personal-data.ts";
import type { Ticket } from "../../core/ticket.ts";
import {
  type AdaptiveCard,
  type CardAction,
  card,
  executeAction,
  heading,
  linkAction,
  paragraph,
  plain,
} from "../cards/adaptive-card.ts";
import { TRIAGE_TEXTS, type TriageTexts } from "./triage-texts.ts";

export const TRIAGE_VERBS = {
  claim: "triage.claim",
  answer: "triage.answer",
  solve: "triage.solve",
  reopen: "triage.reopen",
  close: "triage.close",
} as const;

/** What a triage card shows. */
export interface TriageView {
  readonly ticket: Ticket;
  /** What the requester wrote first. */
  readonly firstText: string;
  /** Names, where ids stand in the ticket. */
  readonly assigneeName?: string;
  readonly categoryTitle: string;
  /** Who answered last, and when. */
  readonly lastAnswer?: { readonly by: string; readonly at: Date };
  readonly language: Language;
  /** Address of the desk, without a slash at its end; none: no button to it. */
  readonly publicUrl?: string;
  /** Said on top: why the last press did nothing. */
  readonly notice?: string;
}

const LONGEST_EXCERPT = 600;
const DATE_STYLE = { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Istanbul" } as const;

/** A ticket in the triage channel: who, what, how it stands, and what may be done now. Personal numbers are covered. */
export function triageCard(view: TriageView): AdaptiveCard {
  const { ticket, firstText, language, notice } = view;
  const texts = TRIAGE_TEXTS[language];
  const excerpt = maskPersonalData(firstText);
  const short = excerpt.length > LONGEST_EXCERPT ? `${excerpt.slice(0, LONGEST_EXCERPT)}…` : excerpt;
  return card(
    `${ticket.number}: ${ticket.subject}`,
    [
      ...(notice ? [paragraph(notice, { color: "Attention", weight: "Bolder" })] : []),
      heading(plain(maskPersonalData(ticket.subject))),
      paragraph(`${ticket.number} · ${texts.statuses[ticket.status]}`, {
        spacing: "None",
        size: "Small",
        color: ticket.status === "new" ? "Accent" : "Default",
      }),
      { type: "FactSet", facts: factsOf(view, texts) },
      { type: "Container", style: "emphasis", items: [paragraph(plain(short))] },
    ],
    actionsOf(view, texts),
  );
}

function factsOf({ ticket, assigneeName, categoryTitle, lastAnswer, language }: TriageView, texts: TriageTexts) {
  const dates = new Intl.DateTimeFormat(language === "tr" ? "tr-TR" : "en-GB", DATE_STYLE);
  const answered = lastAnswer && {
    title: texts.answered,
    value: plain(`${lastAnswer.by}, ${dates.format(lastAnswer.at)}`),
  };
  return [
    { title: texts.requester, value: plain(ticket.requester.name ?? texts.unknownRequester) },
    { title: texts.category, value: categoryTitle },
    { title: texts.priority, value: texts.priorities[ticket.priority] },
    { title: texts.assignee, value: plain(assigneeName ?? texts.nobody) },
    { title: texts.opened, value: dates.format(ticket.createdAt) },
    ...(answered ? [answered] : []),
  ];
}

function actionsOf({ ticket, publicUrl }: TriageView, texts: TriageTexts): CardAction[] {
  const data = { number: ticket.number, version: ticket.version };
  const working = [
    ...(ticket.assignee ? [] : [executeAction(texts.claim, TRIAGE_VERBS.claim, data)]),
    answerAction(texts, data),
    executeAction(texts.solve, TRIAGE_VERBS.solve, data),
  ];
  const solved = [
    executeAction(texts.reopen, TRIAGE_VERBS.reopen, data),
    executeAction(texts.close, TRIAGE_VERBS.close, data),
  ];
  const isWorking = ticket.status !== "closed" && ticket.status !== "solved";
  return [
    ...(isWorking ? working : ticket.status === "solved" ? solved : []),
    ...(publicUrl ? [linkAction(texts.openDesk, `${publicUrl}/console/tickets/${ticket.number}`)] : []),
  ];
}

function answerAction(texts: TriageTexts, data: Readonly<Record<string, unknown>>): CardAction {
  const input = {
    type: "Input.Text",
    id: "answer",
    isMultiline: true,
    isRequired: true,
    maxLength: 4_000,
    label: texts.answerLabel,
    placeholder: texts.answerPlaceholder,
    errorMessage: texts.answerMissing,
  };
  const form = card(texts.answerLabel, [input], [executeAction(texts.send, TRIAGE_VERBS.answer, data)]);
  return { type: "Action.ShowCard", title: texts.answer, card: form };
}
