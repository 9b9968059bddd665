import type { HelpdeskEvent } from "../../src/core/events.ts";
import type { ServiceLevels } from "../../src/core/service-levels.ts";
import type { Ticket, TicketPriority } from "../../src/core/ticket.ts";
import { addMessage } from "../../src/tickets/add-message.ts";
import { changeTicket, type TicketChanges } from "../../src/tickets/change-ticket.ts";
import { openTicket } from "../../src/tickets/open-ticket.ts";
import { replyToRequester } from "../../src/tickets/reply-to-requester.ts";
import { tellDue } from "../../src/tickets/tell-due.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { withOffice } from "../support/office.ts";

/** An instant by the clock on the office's wall: "2026-11-23 10:00". */
export const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);

export const AGENT = { id: "1", name: "Ayşe" } as const;
export const ACTOR = { kind: "staff", ...AGENT } as const;
const FROM = { kind: "requester", email: "ali@valilik.example" } as const;
/** A Monday. */
const OPENED = "2026-11-23 10:00";

/** An office whose clock the test sets, with tickets that fall due. Each step takes the time on the wall, or leaves the clock as it is. */
export function withDueOffice() {
  const wall = { now: at(OPENED) };
  const office = withOffice(() => wall.now);
  const setClock = (when: string | undefined) => {
    if (when) wall.now = at(when);
  };
  const ticket = async (number: string): Promise<Ticket> => {
    const found = await office.store.tickets.byNumber(number);
    if (!found) throw new Error(number);
    return found;
  };
  return {
    office,
    ticket,
    setClock,
    async opened(priority: TicketPriority = "normal", when = OPENED): Promise<Ticket> {
      setClock(when);
      const opening = await openTicket(office, {
        subject: "Form",
        category: "documents",
        priority,
        channel: "mail",
        requester: { email: FROM.email },
        message: { channel: "mail", from: FROM, text: "Form gelmedi." },
        actor: { kind: "requester" },
      });
      return opening.ticket;
    },
    async writes(number: string, text: string, when?: string) {
      setClock(when);
      const message = { channel: "mail", from: FROM, text } as const;
      return (await addMessage(office, { ticket: number, message, actor: ACTOR, reopens: true })).message;
    },
    /** The office answers, and waits for the requester unless another status is said. */
    async answers(number: string, when?: string, more: { readonly status?: "open"; readonly undoMs?: number } = {}) {
      setClock(when);
      const { version } = await ticket(number);
      return replyToRequester(office, { ticket: number, version, agent: AGENT, text: "Hangi ilçe?", ...more });
    },
    async changes(number: string, when: string | undefined, changes: TicketChanges): Promise<Ticket> {
      setClock(when);
      return changeTicket(office, { ticket: number, version: (await ticket(number)).version, actor: ACTOR, changes });
    },
    async look(when: string): Promise<number> {
      setClock(when);
      return tellDue(office, quietLog);
    },
    /** What was told of a ticket, in its order: "soon firstResponse". */
    async told(number: string): Promise<string[]> {
      return (await office.store.events.ofTicket(number)).flatMap(toldBy);
    },
    async setLevels(levels: ServiceLevels): Promise<void> {
      const { version } = (await office.store.settings.versioned()).serviceLevels;
      await office.store.transact((transaction) => transaction.writeSetting("serviceLevels", levels, version));
      await office.store.settings.versioned();
    },
  };
}

function toldBy(event: HelpdeskEvent): string[] {
  if (event.type === "ticket.dueSoon") return [`soon ${event.what}`];
  return event.type === "ticket.overdue" ? [`late ${event.what}`] : [];
}
