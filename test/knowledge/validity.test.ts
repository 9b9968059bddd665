import { turkishDay } from "../../src/core/turkish-time.ts";
import { draftEntry } from "../../src/knowledge/draft-entry.ts";
import { publishEntry } from "../../src/knowledge/publish-entry.ts";
import { AGENT, withKnowledge, ZAMBAK } from "./desk-support.ts";

const clock = { now: new Date("2026-11-23T07:00:00Z") };
const knowledge = withKnowledge(() => clock.now);

const entryOf = (text: string) =>
  knowledge.live.understander().understand(text, { today: turkishDay(clock.now) }).clauses[0]?.entry;

test("an answer is given from the first to the last day of its validity, by Türkiye's midnight", async () => {
  const { version } = await draftEntry(knowledge.desk, {
    draft: { ...ZAMBAK, validFrom: "2026-12-01", validUntil: "2026-12-31" },
    agent: AGENT,
  });
  await publishEntry(knowledge.desk, { entry: ZAMBAK.id, version, agent: AGENT });
  const own = ZAMBAK.questions.tr[0] ?? "";
  const on = async (instant: string) => {
    clock.now = new Date(instant);
    await knowledge.desk.refresh();
    return entryOf(own);
  };
  expect(await on("2026-11-30T20:59:59Z")).not.toBe(ZAMBAK.id);
  expect(await on("2026-11-30T21:00:00Z")).toBe(ZAMBAK.id);
  expect(await on("2026-12-31T20:59:59Z")).toBe(ZAMBAK.id);
  expect(await on("2026-12-31T21:00:00Z")).not.toBe(ZAMBAK.id);
});
