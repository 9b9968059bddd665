import type { Role, StaffMember } from "../../src/core/person.ts";
import type { TicketTally } from "../../src/core/ticket-tally.ts";
import { type AssigneeGrounds, suggestAssignees } from "../../src/tickets/suggest-assignee.ts";

const member = (id: string, role: Role = "agent", active = true): StaffMember => ({
  id,
  email: `${id}@e-imza.example`,
  name: id,
  role,
  active,
  createdAt: new Date(0),
});
const solved = (assignee: string, count: number, category = "fees") =>
  Array.from({ length: count }, () => ({ assignee, category }));
const work = (assignee: string, count: number, status: TicketTally["status"] = "open"): TicketTally => ({
  assignee,
  status,
  count,
});
const grounds = (change: Partial<AssigneeGrounds>): AssigneeGrounds => ({
  ticket: { number: "MI-2026-000001", category: "fees" },
  members: [member("ayse"), member("bora"), member("can")],
  finished: [],
  earlier: [],
  lookalikes: [],
  tallies: [],
  ...change,
});
const names = (change: Partial<AssigneeGrounds>) => suggestAssignees(grounds(change)).map(({ member: { id } }) => id);

test("who solved most of the category comes first, with how many and how much open work", () => {
  const finished = [...solved("bora", 6), ...solved("ayse", 2), ...solved("can", 9, "certificate")];
  const tallies = [work("bora", 1), work("bora", 2, "new"), work("bora", 7, "pending"), work("ayse", 1)];
  const suggested = suggestAssignees(grounds({ finished, tallies }));
  expect(suggested.map(({ member: { id } }) => id)).toEqual(["bora", "ayse"]);
  expect(suggested[0]).toMatchObject({ solvedAlike: 6, sameRequester: 0, openWork: 3 });
});

test("much open work outweighs a little more experience", () => {
  const finished = [...solved("bora", 6), ...solved("ayse", 4)];
  expect(names({ finished, tallies: [work("bora", 12), work("ayse", 1)] })).toEqual(["ayse", "bora"]);
});

test("who dealt with the person, or works on the same matter, is asked first", () => {
  const finished = solved("bora", 3);
  expect(names({ finished, earlier: [{ assignee: "can" }] })[0]).toBe("can");
  const lookalikes = [{ number: "MI-2026-000009", assignee: "ayse" }];
  const [first] = suggestAssignees(grounds({ finished, lookalikes }));
  expect(first).toMatchObject({ member: { id: "ayse" }, lookalike: "MI-2026-000009" });
});

test("nobody is suggested who may not work on tickets or is no longer here", () => {
  const members = [member("ayse", "viewer"), member("bora", "agent", false), member("can", "lead")];
  const finished = [...solved("ayse", 5), ...solved("bora", 5), ...solved("can", 1)];
  expect(names({ members, finished })).toEqual(["can"]);
});

test("where nobody knows the matter, whoever has least to do is suggested, if that tells anybody apart", () => {
  expect(names({ tallies: [work("ayse", 2), work("bora", 1), work("can", 3)] })).toEqual(["bora"]);
  expect(names({})).toEqual([]);
  expect(names({ members: [member("ayse")] })).toEqual([]);
});
