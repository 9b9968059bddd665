import type { Likely } from "../../src/understanding/classifier.ts";
import { combine } from "../../src/understanding/combine.ts";
import type { Decision } from "../../src/understanding/decision.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";

const { entries, thresholds } = loadKnowledge("knowledge");
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const NO_SIGN: Decision = { outcome: "unknown", offers: [], evidence: 0, isSure: false, bySign: false, why: [] };

/** What comes of it when the classifier holds these for likely; no sign was seen unless one is given. */
function of(
  likely: Readonly<Record<string, number>>,
  { forbidden, own = NO_SIGN }: { forbidden?: string; own?: Decision } = {},
) {
  const list = Object.entries(likely).map(([label, probability]): Likely => ({ label, probability }));
  const { outcome, entry, offers } = combine({
    own,
    likely: list,
    entries: byId,
    labels: new Set(byId.keys()),
    veto: ({ id }) => (id === forbidden ? "operator=other" : undefined),
    thresholds: { ...thresholds, answer: 0.6, refuse: 0.4, doubt: 0.8, suggest: 0.08 },
  });
  return { outcome, entry: entry?.id, offers: offers.map(({ id }) => id) };
}

test("a fact believed in enough is answered", () => {
  expect(of({ "line-change": 0.9, malfunction: 0.1 })).toEqual({ outcome: "answer", entry: "line-change", offers: [] });
});

test("what the memo leaves out is said alone when it is sure, with the facts that may be meant when it is in doubt", () => {
  expect(of({ malfunction: 0.85, "line-change": 0.15 })).toMatchObject({ outcome: "unknown", offers: [] });
  expect(of({ malfunction: 0.7, "line-change": 0.3 })).toEqual({
    outcome: "clarify",
    entry: "malfunction",
    offers: ["line-change"],
  });
  expect(of({ malfunction: 0.7, "line-change": 0.05 })).toMatchObject({ outcome: "unknown", offers: [] });
});

test("what scope forbids is neither given nor offered", () => {
  expect(of({ malfunction: 0.7, "line-change": 0.3 }, { forbidden: "line-change" })).toMatchObject({
    outcome: "unknown",
    offers: [],
  });
  expect(of({ "monthly-fee": 0.9 }, { forbidden: "monthly-fee" })).toMatchObject({
    outcome: "unknown",
    entry: undefined,
  });
});

test("facts of which none is believed in enough are offered", () => {
  expect(of({ process: 0.5, apply: 0.4, "@none": 0.1 })).toMatchObject({
    outcome: "clarify",
    offers: ["process", "apply"],
  });
});

test("against a sign of what the memo leaves out, a fact needs more belief", () => {
  const entry = byId.get("processing-time");
  const own: Decision = { ...NO_SIGN, isSure: true, bySign: true, ...(entry && { entry }) };
  expect(of({ "kamu-sm-form": 0.8, "processing-time": 0.2 })).toMatchObject({ outcome: "answer" });
  expect(of({ "kamu-sm-form": 0.8, "processing-time": 0.2 }, { own })).toMatchObject({ outcome: "clarify" });
  expect(of({ "kamu-sm-form": 0.98, "processing-time": 0.02 }, { own })).toMatchObject({ outcome: "answer" });
});
