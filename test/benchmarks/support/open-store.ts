import { randomBytes } from "node:crypto";
import type { Store } from "../../../src/core/ports.ts";
import { queryTerms, searchTerms } from "../../../src/language/search-terms.ts";
import { planEffects } from "../../../src/notifications/plan-effects.ts";
import { createCipher } from "../../../src/store/cipher.ts";
import { connect } from "../../../src/store/connect.ts";
import { createStore } from "../../../src/store/store.ts";

/** The store on an engine, with a key of its own. */
export async function openStore(uri: string, key = randomBytes(32)): Promise<{ store: Store; close(): Promise<void> }> {
  const connection = await connect(uri);
  const store = await createStore({ connection, cipher: createCipher(key), planEffects, searchTerms, queryTerms });
  return { store, close: () => connection.close() };
}
