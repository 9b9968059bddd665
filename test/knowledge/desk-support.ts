import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "mongoose";
import type { EntryDraft } from "../../src/core/knowledge-record.ts";
import type { Office } from "../../src/core/ports.ts";
import type { KnowledgeDesk } from "../../src/knowledge/knowledge-desk.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { type LiveKnowledge, type LiveKnowledgeOptions, openLiveKnowledge } from "../../src/live-knowledge.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { createStore } from "../../src/store/store.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { withoutExpiry } from "../support/no-expiry.ts";
import { type TestOffice, withOffice } from "../support/office.ts";

export const AGENT = { id: "a1", name: "Ayşe Yılmaz" };

/** Entries the tests speak of; what they lead to comes along. A small knowledge is built and tried quickly. */
const SOME = ["monthly-fee", "contact", "certificate-fee", "apply"];

/** A folder with a part of the shipped knowledge, for the test file that calls it. */
export function withFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bilgi-"));
  cpSync("knowledge", folder, { recursive: true });
  const { written } = loadKnowledge(folder);
  const wanted = new Set(SOME);
  for (const id of wanted) for (const led of written.find((entry) => entry.id === id)?.related ?? []) wanted.add(led);
  for (const { id } of written) if (!wanted.has(id)) rmSync(join(folder, "entries", `${id}.md`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A knowledge desk on a part of the shipped knowledge and a database of the test file's own. */
export function withKnowledge(now?: () => Date): {
  readonly office: TestOffice;
  readonly desk: KnowledgeDesk;
  readonly live: LiveKnowledge;
  readonly folder: string;
} {
  const office = withOffice(now);
  const folder = withFolder();
  const opened: { live?: LiveKnowledge } = {};
  beforeAll(async () => {
    opened.live = await openLiveKnowledge({ folder, office, log: quietLog });
  });
  const live = () => {
    if (!opened.live) throw new Error("The knowledge opens in beforeAll; use it inside tests.");
    return opened.live;
  };
  return {
    office,
    folder,
    get live() {
      return live();
    },
    get desk() {
      return live().desk;
    },
  };
}

/** What another process of the product would have: its own connection and its own understanding of the same database. */
export async function anotherProcess(
  office: TestOffice,
  options: Omit<LiveKnowledgeOptions, "office" | "log">,
): Promise<{ office: Office; live: LiveKnowledge; close(): Promise<void> }> {
  const connection: Connection = await connect(office.uri);
  const cipher = createCipher(randomBytes(32));
  const store = await createStore({ connection, cipher, planEffects, searchTerms, queryTerms });
  await withoutExpiry(connection);
  const other: Office = { ...office, store };
  const live = await openLiveKnowledge({ office: other, log: quietLog, ...options });
  live.start();
  return {
    office: other,
    live,
    async close() {
      await live.stop();
      await connection.close();
    },
  };
}

/** An entry no file has, in words no other entry uses. */
export const ZAMBAK: EntryDraft = {
  id: "zambak-form",
  kind: "fact",
  title: { tr: "Zambak formu nedir?", en: "What is the zambak form?" },
  category: "documents",
  related: [],
  patterns: ["zambak form|formu"],
  questions: { tr: ["Zambak formunu kim dolduruyor?"], en: ["Who fills in the zambak form?"] },
  answer: { tr: "Zambak formunu {{project}} doldurur.", en: "The zambak form is filled in by {{project}}." },
  source: "Deneme",
};
