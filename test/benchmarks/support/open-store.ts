import { randomBytes } from "node:crypto";
import type { Store } from "../../../src/core/ports.ts";
import { queryTerms, searchTerms } from "../../../src/language/search-terms.ts";
import { planEffects } from "../../../src/notifications/plan-effects.ts";
import { createCipher } from "../../../src/store/cipher.ts";
import { connect } from "../../../src/store/connect.ts";
import { createStore } from "../../../src/store/store.ts";

export interface OpenStore {
  readonly store: Store;
  /** Commands sent to the database so far. */
  commands(): number;
  /** How often each command was sent to each collection, and how long it took in all, milliseconds. */
  spent(): ReadonlyMap<string, { readonly count: number; readonly ms: number }>;
  close(): Promise<void>;
}

/** The store on an engine, with a key of its own. */
export async function openStore(uri: string, key = randomBytes(32)): Promise<OpenStore> {
  const monitored = new URL(uri);
  monitored.searchParams.set("monitorCommands", "true");
  const connection = await connect(monitored.href);
  let commands = 0;
  const targets = new Map<number, string>();
  const spent = new Map<string, { count: number; ms: number }>();
  const client = connection.getClient();
  client.on("commandStarted", ({ commandName, command, requestId }) => {
    commands += 1;
    const target = command[commandName];
    targets.set(requestId, typeof target === "string" ? `${commandName} ${target}` : commandName);
  });
  client.on("commandSucceeded", ({ requestId, duration }) => {
    const name = targets.get(requestId) ?? "";
    targets.delete(requestId);
    const known = spent.get(name) ?? { count: 0, ms: 0 };
    spent.set(name, { count: known.count + 1, ms: known.ms + duration });
  });
  const store = await createStore({ connection, cipher: createCipher(key), planEffects, searchTerms, queryTerms });
  return { store, commands: () => commands, spent: () => spent, close: () => connection.close() };
}
