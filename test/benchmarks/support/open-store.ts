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
  close(): Promise<void>;
}

/** The store on an engine, with a key of its own. */
export async function openStore(uri: string, key = randomBytes(32)): Promise<OpenStore> {
  const monitored = new URL(uri);
  monitored.searchParams.set("monitorCommands", "true");
  const connection = await connect(monitored.href);
  let commands = 0;
  connection.getClient().on("commandStarted", () => {
    commands += 1;
  });
  const store = await createStore({ connection, cipher: createCipher(key), planEffects, searchTerms, queryTerms });
  return { store, commands: () => commands, close: () => connection.close() };
}
