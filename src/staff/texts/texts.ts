import type { Language } from "../../core/knowledge.ts";
import { accountTexts } from "./account-texts.ts";
import { commonTexts } from "./common-texts.ts";
import { deskTexts } from "./desk-texts.ts";
import { erasureTexts } from "./erasure-texts.ts";
import { errorTexts } from "./error-texts.ts";
import { eventTexts } from "./event-texts.ts";
import { evidenceTexts } from "./evidence-texts.ts";
import { gapTexts } from "./gap-texts.ts";
import { knowledgeDeskTexts } from "./knowledge-desk-texts.ts";
import { knowledgeTexts } from "./knowledge-texts.ts";
import { mailTexts } from "./mail-texts.ts";
import { noticeTexts } from "./notice-texts.ts";
import { peopleTexts } from "./people-texts.ts";
import { personTexts } from "./person-texts.ts";
import { readyAnswerTexts } from "./ready-answer-texts.ts";
import { reportTexts } from "./report-texts.ts";
import { requestTexts } from "./request-texts.ts";
import { settingsTexts } from "./settings-texts.ts";
import { signatureTexts } from "./signature-texts.ts";
import { suggestionTexts } from "./suggestion-texts.ts";
import { teamsTabTexts } from "./teams-tab-texts.ts";
import { ticketTexts } from "./ticket-texts.ts";
import { viewTexts } from "./view-texts.ts";

const AREAS = {
  common: commonTexts,
  erasure: erasureTexts,
  errors: errorTexts,
  account: accountTexts,
  suggestions: suggestionTexts,
  tickets: ticketTexts,
  views: viewTexts,
  readyAnswers: readyAnswerTexts,
  events: eventTexts,
  desk: deskTexts,
  mails: mailTexts,
  notices: noticeTexts,
  knowledge: knowledgeTexts,
  knowledgeDesk: knowledgeDeskTexts,
  gaps: gapTexts,
  people: peopleTexts,
  person: personTexts,
  teamsTab: teamsTabTexts,
  requests: requestTexts,
  reports: reportTexts,
  settings: settingsTexts,
  signature: signatureTexts,
  evidence: evidenceTexts,
} as const;

/** Every word of the console in one language, by area. */
export type Texts = { readonly [Area in keyof typeof AREAS]: (typeof AREAS)[Area]["tr"] };

const TEXTS = { tr: pick("tr"), en: pick("en") } as const;

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

function pick(language: Language): Texts {
  return Object.fromEntries(Object.entries(AREAS).map(([area, words]) => [area, words[language]])) as unknown as Texts;
}
