import type { Office } from "../../src/core/ports.ts";
import { USUAL_SERVICE_LEVELS } from "../../src/core/service-levels.ts";
import { splitTicket } from "../../src/tickets/split-ticket.ts";
import { tellDue } from "../../src/tickets/tell-due.ts";
import { undoReply } from "../../src/tickets/undo-reply.ts";
import { ACTOR, AGENT, at, withDueOffice } from "./due-office.ts";

const { office, opened, ticket, writes, answers, changes, look, told, setLevels, setClock } = withDueOffice();

test("the time a ticket was solved is not the office's: opened again it has what was left to it", async () => {
  const { number } = await opened();
  await changes(number, "2026-11-23 11:00", { status: "solved" });
  await writes(number, "Yine olmadı.", "2026-12-07 11:00");
  // Ten working days were nobody's.
  expect(await ticket(number)).toMatchObject({ status: "open", resolutionDueAt: at("2026-12-14 10:00") });
  await look("2026-12-07 11:01");
  expect(await told(number)).not.toContain("late resolution");
});

test("a ticket closed after it was solved, and one that waited before, keep their due dates", async () => {
  const { number } = await opened();
  await changes(number, "2026-11-23 11:00", { status: "pending" });
  await changes(number, "2026-11-24 11:00", { status: "solved" });
  await changes(number, "2026-11-26 11:00", { status: "closed" });
  expect((await ticket(number)).resolutionDueAt).toEqual(at("2026-12-01 10:00"));
});

test("under a priority with later targets a target is near, and late, anew", async () => {
  const { number } = await opened("urgent");
  await look("2026-11-24 10:01");
  expect(await told(number)).toEqual(["late firstResponse", "late resolution"]);
  await changes(number, "2026-11-24 10:02", { priority: "normal" });
  await look("2026-11-24 10:03");
  expect((await told(number)).slice(2)).toEqual([]);
  await look("2026-11-27 11:00");
  await look("2026-11-30 10:00");
  expect((await told(number)).slice(2)).toEqual(["soon resolution", "late resolution"]);
});

test("an answer that was taken back is no first answer", async () => {
  const { number } = await opened("urgent");
  const { message } = await answers(number, "2026-11-23 10:10", { undoMs: 60_000 });
  await undoReply(office, { message: message.id, agent: AGENT });
  expect((await ticket(number)).firstRespondedAt).toBeUndefined();
  await look("2026-11-23 11:01");
  expect(await told(number)).toEqual(["late firstResponse"]);
});

test("what is split off together with its answer was answered", async () => {
  const { number } = await opened("urgent");
  const second = await writes(number, "Bir de fatura.", "2026-11-23 10:05");
  const { ticket: answered, message: answer } = await answers(number, "2026-11-23 10:10");
  const messages = [second.id, answer.id];
  const split = { ticket: number, version: answered.version, messages, subject: "Fatura", actor: ACTOR };
  const made = await splitTicket(office, split);
  await look("2026-11-23 12:00");
  expect(await told(made.number)).toEqual([]);
});

test("a target that never warns is told of only once it has passed, one whose whole time is near at once", async () => {
  const { number } = await opened();
  const write = (warningShare: number) => setLevels({ ...USUAL_SERVICE_LEVELS, warningShare });
  await write(0);
  await look("2026-11-24 09:59");
  expect(await told(number)).toEqual([]);
  await write(1);
  await look("2026-11-24 09:59");
  expect(await told(number)).toEqual(["soon firstResponse", "soon resolution"]);
  await write(USUAL_SERVICE_LEVELS.warningShare);
});

test("a ticket that cannot be written holds up no other: it is logged, and told of the next time", async () => {
  const [bad, good] = [await opened("urgent"), await opened("urgent")];
  setClock("2026-11-23 11:01");
  const { transact } = office.store;
  const logged: object[] = [];
  const log = { warn: (fields: object) => logged.push(fields) };
  const faulty: Office = {
    ...office,
    store: {
      ...office.store,
      transact: (work) =>
        transact((transaction) =>
          work({
            ...transaction,
            updateTicket: async (ticket) => {
              if (ticket.number === bad.number) throw new Error("a broken document");
              return transaction.updateTicket(ticket);
            },
          }),
        ),
    },
  };
  expect(await tellDue(faulty, log)).toBeGreaterThan(0);
  expect(await told(good.number)).toEqual(["late firstResponse"]);
  expect(await told(bad.number)).toEqual([]);
  expect(logged).toEqual([{ err: new Error("a broken document"), ticket: bad.number }]);
  await look("2026-11-23 11:02");
  expect(await told(bad.number)).toEqual(["late firstResponse"]);
});
