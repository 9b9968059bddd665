import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { findTicketNumbers, ticketNumber } from "../../core/ticket.ts";
import { written } from "../../core/wordless.ts";
import { detectLanguage } from "../../language/detect-language.ts";
import { changeTicket } from "../../tickets/change-ticket.ts";
import { linkTickets } from "../../tickets/link-tickets.ts";
import { mergeTickets, wouldHide } from "../../tickets/merge-tickets.ts";
import { splitTicket } from "../../tickets/split-ticket.ts";
import { undoReply } from "../../tickets/undo-reply.ts";
import { actorOf } from "../agent-of.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { shortDate } from "../design/dates.ts";
import { answerOptions, readyAnswers } from "../pages/ready-answers.ts";
import { splitPage } from "../pages/split-page.ts";
import { filledAnswers } from "../ready-answers/fitting-answers.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { readForm } from "./read-form.ts";
import { showTicket } from "./show-ticket.ts";
import { chosenSnoozeEnd, SNOOZES, type SnoozeFault, snoozeEnd } from "./snooze-times.ts";
import { orTellSecond, sentFields } from "./tell-second.ts";
import { backToTicket, wantedTicket } from "./wanted-ticket.ts";

const ONE = "/console/tickets/:number";

/** What is done with a ticket beside answering it and setting its fields. */
export function ticketActionRoutes(): Route[] {
  return [
    staffRoute("POST", `${ONE}/snooze`, "tickets.write", snooze),
    staffRoute("POST", `${ONE}/join`, "tickets.merge", join),
    staffRoute("GET", `${ONE}/split`, "tickets.merge", (visit) => showSplit(visit)),
    staffRoute("POST", `${ONE}/split`, "tickets.merge", takeSplit),
    staffRoute("GET", `${ONE}/answers`, "tickets.write", showAnswers),
    staffRoute("GET", `${ONE}/ready-answers`, "tickets.write", showReadyAnswers),
    staffRoute("POST", "/console/messages/:id/undo", "tickets.write", undo),
  ];
}

const version = z.coerce.number().int().positive();
const snoozeForm = z.object({
  version,
  until: z.enum([...SNOOZES, "chosen", "now"]),
  at: z.string().max(40).default(""),
});

async function snooze(visit: StaffVisit): Promise<Answer> {
  const input = readForm(visit, snoozeForm);
  const end = await endOf(visit, input);
  if (typeof end === "string") return showTicket(visit, { done: end, wrong: { name: "until", value: input.at } });
  const { number } = await wantedTicket(visit);
  return orTellSecond(
    visit,
    () => ({ kind: "action", action: "snooze", fields: sentFields(visit), words: end.words }),
    async () => {
      await changeTicket(visit.staff.office, {
        ticket: number,
        version: input.version,
        actor: actorOf(visit),
        changes: { snoozedUntil: end.snoozedUntil },
      });
      return backToTicket(visit, "saved");
    },
  );
}

/** Until when a ticket is put off (null: it comes back now), and that in words; or what is wrong with the moment that was chosen. */
async function endOf(
  { staff, now, texts: { desk }, preferences }: StaffVisit,
  { until, at }: z.infer<typeof snoozeForm>,
): Promise<{ readonly snoozedUntil: Date | null; readonly words: string } | SnoozeFault> {
  if (until === "now") return { snoozedUntil: null, words: desk.wake };
  if (until === "chosen") {
    const chosen = chosenSnoozeEnd(at, now);
    if (typeof chosen === "string") return chosen;
    return { snoozedUntil: chosen, words: `${desk.snooze}: ${shortDate(chosen, { preferences })}` };
  }
  const { calendar } = (await staff.office.store.settings.current()).serviceLevels;
  return { snoozedUntil: snoozeEnd(until, now, calendar), words: `${desk.snooze}: ${desk.snoozeUntil[until]}` };
}

/** Merges into another ticket, or only links the two. */
async function join(visit: StaffVisit): Promise<Answer> {
  const input = readForm(visit, z.object({ version, other: z.string().max(60), how: z.enum(["merge", "link"]) }));
  const ticket = await wantedTicket(visit);
  const { number } = ticket;
  const other = anyNumber(input.other, visit.now);
  const found = other && (await visit.staff.office.store.tickets.byNumber(other));
  const refuse = (done: string) => showTicket(visit, { done, wrong: { name: "other", value: input.other } });
  if (!other || !found) return refuse("noSuchTicket");
  if (other === number) return refuse("sameTicket");
  if (input.how === "merge" && wouldHide(found, ticket)) return refuse("otherIsClosed");
  const { office } = visit.staff;
  const both = { ticket: number, version: input.version, actor: actorOf(visit) };
  const words = `${visit.texts.desk[input.how]}: ${other}`;
  return orTellSecond(
    visit,
    () => ({ kind: "action", action: "join", fields: sentFields(visit), words }),
    async () => {
      if (input.how === "link") {
        await linkTickets(office, { ...both, other });
        return backToTicket(visit, "saved");
      }
      await mergeTickets(office, { ...both, into: other });
      return redirectAnswer(`/console/tickets/${other}?done=saved`);
    },
  );
}

/** A ticket number in any spelling, down to "123" of this year. */
function anyNumber(text: string, now: Date): string | undefined {
  const plain = text.trim();
  const short = plain.match(/^(?:(20\d\d)[-/ ])?(\d{1,6})$/);
  if (short) return ticketNumber(Number(short[1] ?? now.getUTCFullYear()), Number(short[2]));
  return findTicketNumbers(plain)[0];
}

async function showSplit(visit: StaffVisit, typed?: URLSearchParams): Promise<Answer> {
  const ticket = await wantedTicket(visit);
  const { store } = visit.staff.office;
  const [messages, events] = await Promise.all([
    store.messages.ofTicket(ticket.number),
    store.events.ofTicket(ticket.number),
  ]);
  const seen = events.at(-1)?.id ?? "";
  return pageAnswer(splitPage(visit, { ticket, messages, seen, ...(typed && { typed }) }), typed ? 400 : 200);
}

async function takeSplit(visit: StaffVisit): Promise<Answer> {
  const input = readForm(visit, z.object({ version, subject: z.string().trim().min(1).max(500) }));
  const { number } = await wantedTicket(visit);
  const messages = visit.form.getAll("messages");
  const words = `${visit.texts.desk.split}: ${input.subject}`;
  return orTellSecond(
    visit,
    () => ({ kind: "action", action: "split", fields: sentFields(visit), words }),
    async () => {
      try {
        const split = { ticket: number, ...input, messages, actor: actorOf(visit) };
        const made = await splitTicket(visit.staff.office, split);
        return redirectAnswer(`/console/tickets/${made.number}?done=saved`);
      } catch (error) {
        if (error instanceof AppError && error.code === "badRequest") return showSplit(visit, visit.form);
        throw error;
      }
    },
  );
}

async function showAnswers(visit: StaffVisit): Promise<Answer> {
  return pageAnswer(readyAnswers(visit, { ...(await atHand(visit)), q: visit.query.get("q") ?? "" }));
}

async function showReadyAnswers(visit: StaffVisit): Promise<Answer> {
  return pageAnswer(answerOptions(visit, (await atHand(visit)).own));
}

/** What a reply to the ticket may be put together from: what was asked, in which language, and the member's ready answers. */
async function atHand(visit: StaffVisit) {
  const { store } = visit.staff.office;
  const { id, name: agent } = visit.visitor;
  const ticket = await wantedTicket(visit);
  const [messages, answers] = await Promise.all([
    store.messages.ofTicket(ticket.number),
    store.shelf.of("readyAnswers", [id]),
  ]);
  const asked = written(messages.findLast(({ direction }) => direction === "in")?.text ?? "");
  const language = detectLanguage(asked) ?? "tr";
  const own = filledAnswers(answers, language, { ticket, agent, now: visit.now });
  return { subject: written(ticket.subject), asked, language, own };
}

/** Takes the answer back and shows its ticket with the text in the composer again. */
async function undo(visit: StaffVisit): Promise<Answer> {
  const { id, name } = visit.visitor;
  const sent = await visit.staff.office.store.messages.byId(visit.params.id ?? "");
  const there = { ...visit, params: { number: sent?.ticket ?? "" } };
  try {
    const message = await undoReply(visit.staff.office, { message: visit.params.id ?? "", agent: { id, name } });
    return showTicket(there, { typed: { mode: "reply", text: message.text }, done: "undone" });
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return backToTicket(there, "tooLate");
    throw error;
  }
}
