import type { TurnContext } from "botbuilder";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/knowledge.ts";
import type { Ticket, TicketStatus } from "../../core/ticket.ts";
import { changeTicket } from "../../tickets/change-ticket.ts";
import { replyToRequester } from "../../tickets/reply-to-requester.ts";
import { type CardAnswer, refused, shown } from "../card-answer.ts";
import { type Agent, staffOf } from "./staff-of.ts";
import { TRIAGE_VERBS, triageCard } from "./triage-card.ts";
import { TRIAGE_TEXTS } from "./triage-texts.ts";
import { type TriageSurroundings, triageView } from "./triage-view.ts";

const DATA = z.object({
  number: z.string().max(32),
  version: z.number().int(),
  answer: z.string().trim().max(4_000).optional(),
});
type Data = z.output<typeof DATA>;

type Work = (surroundings: TriageSurroundings, agent: Agent, data: Data) => Promise<Ticket>;

/** The table: what each button does. */
const WORK: Readonly<Record<string, Work>> = {
  [TRIAGE_VERBS.claim]: ({ office }, agent, { number, version }) =>
    changeTicket(office, {
      ticket: number,
      version,
      actor: { kind: "staff", ...agent },
      changes: { assignee: agent.id, status: "open" },
    }),
  [TRIAGE_VERBS.answer]: async ({ office }, agent, { number, version, answer = "" }) => {
    if (answer === "") throw new AppError("badRequest", "The answer is empty.");
    return (await replyToRequester(office, { ticket: number, version, agent, text: answer })).ticket;
  },
  [TRIAGE_VERBS.solve]: moveTo("solved"),
  [TRIAGE_VERBS.reopen]: moveTo("open"),
  [TRIAGE_VERBS.close]: moveTo("closed"),
};

function moveTo(status: TicketStatus): Work {
  return ({ office }, agent, { number: ticket, version }) =>
    changeTicket(office, { ticket, version, actor: { kind: "staff", ...agent }, changes: { status } });
}

/** Whether a button is one of the triage card's. */
export function isTriageVerb(verb: string): boolean {
  return verb in WORK;
}

/**
 * Does what a member of staff pressed on a triage card and answers with the card as the ticket stands now. A press on
 * an outdated card changes nothing and brings the fresh card with a word about it.
 */
export async function pressTriage(
  surroundings: TriageSurroundings,
  context: TurnContext,
  verb: string,
  pressed: unknown,
  language: Language,
): Promise<CardAnswer> {
  const texts = TRIAGE_TEXTS[language];
  const parsed = DATA.safeParse(pressed);
  const work = WORK[verb];
  if (!parsed.success || !work) return refused(400, "BadRequest", "The card's data is not complete.");
  const agent = await staffOf(context, surroundings.office.store.staff);
  if (!agent) return refused(403, "Forbidden", texts.notStaff);
  try {
    const ticket = await work(surroundings, agent, parsed.data);
    return shown(triageCard(await triageView(surroundings, ticket, language)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const ticket = await surroundings.office.store.tickets.byNumber(parsed.data.number);
    if (!ticket) return refused(400, "NotFound", texts.gone);
    const notice = error.code === "badRequest" ? texts.answerMissing : texts.stale;
    return shown(triageCard(await triageView(surroundings, ticket, language, notice)));
  }
}
