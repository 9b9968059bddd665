import { textsOf } from "../../dialogs/texts/texts-of.ts";
import { openKnowledge } from "../../src/live-knowledge.ts";

const { tr, en } = { tr: textsOf("tr"), en: textsOf("en") };
const understander = openKnowledge("knowledge").understander();

test.each([
  [tr.openTicket, "openTicket"],
  [en.openTicket, "openTicket"],
  [tr.cancel, "cancel"],
  [en.cancel, "cancel"],
  [tr.myTickets, "status"],
  [en.myTickets, "status"],
])("the button “%s” is understood as %s when it comes back", (text, intent) => {
  expect(understander.understand(text, { today: "2026-11-23" }).intent).toBe(intent);
});
