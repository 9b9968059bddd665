import { dueState, nextDue, USUAL_SERVICE_LEVELS } from "../../src/core/service-levels.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import { at, withDueOffice } from "./due-office.ts";

const { office, opened, answers, changes, look, told, setLevels } = withDueOffice();
const stateAt = (ticket: Ticket, now: Date) => dueState(USUAL_SERVICE_LEVELS, ticket.priority, nextDue(ticket)!, now);

test("a ticket has its due dates when it is opened, in working time", async () => {
  const ticket = await opened();
  expect(ticket).toMatchObject({ firstResponseDueAt: at("2026-11-24 10:00"), resolutionDueAt: at("2026-11-30 10:00") });
  expect(nextDue(ticket)).toMatchObject({ what: "firstResponse", at: at("2026-11-24 10:00") });
  const states = ["2026-11-23 12:00", "2026-11-23 17:11", "2026-11-23 17:12", "2026-11-24 10:00"].map((now) =>
    stateAt(ticket, at(now)),
  );
  expect(states).toEqual(["inTime", "inTime", "soon", "late"]);
});

test("while the requester is awaited the solution's clock stands still", async () => {
  const ticket = await opened();
  const { ticket: waiting } = await answers(ticket.number, "2026-11-23 11:00");
  expect(nextDue(waiting)).toBeUndefined();

  const again = await changes(ticket.number, "2026-11-25 11:00", { status: "open" });

  expect(again.resolutionDueAt).toEqual(at("2026-12-02 10:00"));
  expect(again.pausedAt).toBeUndefined();
  expect((await office.store.tickets.byNumber(ticket.number))?.pausedAt).toBeUndefined();
  expect(nextDue(again)).toMatchObject({ what: "resolution" });
});

/** Two processes look at the same moment, and once more after a restart. */
async function lookTwice(time: string) {
  await Promise.all([look(time), look(time)]);
  await look(time);
}

test("each target is told once when it is near and once when it has passed, however many look", async () => {
  const { number } = await opened("urgent");
  await lookTwice("2026-11-23 10:47");
  expect(await told(number)).toEqual([]);
  await lookTwice("2026-11-23 10:48");
  expect(await told(number)).toEqual(["soon firstResponse"]);
  await lookTwice("2026-11-23 11:01");
  await answers(number, undefined, { status: "open" });
  await lookTwice("2026-11-23 15:00");
  expect(await told(number)).toEqual(["soon firstResponse", "late firstResponse"]);
  await lookTwice("2026-11-24 09:00");
  await lookTwice("2026-11-24 10:01");
  expect(await told(number)).toEqual([
    "soon firstResponse",
    "late firstResponse",
    "soon resolution",
    "late resolution",
  ]);
  expect((await office.store.tickets.byNumber(number))?.priority).toBe("urgent");
});

test("a ticket that was never answered is told of its solution too; one that was missed altogether only that it is late", async () => {
  const { number } = await opened("urgent");
  await lookTwice("2026-11-24 10:01");
  expect(await told(number)).toEqual(["late firstResponse", "late resolution"]);
});

test("while the requester is awaited nothing is told, and a warning waits for the time that is left", async () => {
  const { number } = await opened("urgent");
  await answers(number, "2026-11-23 10:10");
  await lookTwice("2026-11-26 12:00");
  expect(await told(number)).toEqual([]);
  await changes(number, undefined, { status: "open" });
  await lookTwice("2026-11-26 17:00");
  expect(await told(number)).toEqual([]);
  await lookTwice("2026-11-27 10:10");
  expect(await told(number)).toEqual(["soon resolution"]);
});

test("where the office wants it, what has passed goes up by one priority, once a target, and keeps its due dates", async () => {
  const { number, resolutionDueAt } = await opened();
  await setLevels({ ...USUAL_SERVICE_LEVELS, raisesLate: true, warningShare: 0 });
  await lookTwice("2026-11-24 09:59");
  expect(await told(number)).toEqual([]);
  await lookTwice("2026-11-24 10:00");
  expect(await office.store.tickets.byNumber(number)).toMatchObject({ priority: "high", resolutionDueAt });
  const events = await office.store.events.ofTicket(number);
  expect(events.at(-1)).toMatchObject({
    type: "ticket.changed",
    actor: { kind: "system" },
    changes: [{ field: "priority", from: "normal", to: "high" }],
  });
  await setLevels(USUAL_SERVICE_LEVELS);
});

test("a raised priority brings the due dates nearer", async () => {
  const ticket = await opened();
  const urgent = await changes(ticket.number, undefined, { priority: "urgent" });
  expect(urgent).toMatchObject({ firstResponseDueAt: at("2026-11-23 11:00"), resolutionDueAt: at("2026-11-24 10:00") });
});

test("time that was waited stays added when the priority changes, also after the targets were changed", async () => {
  const ticket = await opened();
  await answers(ticket.number);
  const again = await changes(ticket.number, "2026-11-24 12:00", { status: "open" });
  expect(again.resolutionDueAt).toEqual(at("2026-12-01 12:00"));
  const { targets } = USUAL_SERVICE_LEVELS;
  await setLevels({ ...USUAL_SERVICE_LEVELS, targets: { ...targets, high: { firstResponse: 60, resolution: 540 } } });

  const raised = await changes(ticket.number, undefined, { priority: "high" });
  expect(raised).toMatchObject({ firstResponseDueAt: at("2026-11-23 11:00"), resolutionDueAt: at("2026-11-25 12:00") });
});
