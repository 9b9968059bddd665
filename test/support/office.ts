import { randomBytes } from "node:crypto";
import type { Connection } from "mongoose";
import type { Office, Store } from "../../src/core/ports.ts";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { transactionsEnded } from "../../src/store/in-transaction.ts";
import type { Reach } from "../../src/store/newest-first.ts";
import { createStore } from "../../src/store/store.ts";
import { withDatabase } from "./database.ts";
import { withoutExpiry } from "./no-expiry.ts";

/** An office on a real database of the test file's own; ready in each test, closed after the last. */
export interface TestOffice extends Office {
  readonly store: Store;
  readonly uri: string;
}

/** 23 November 2026, 10:00 in Türkiye: a Monday, in working hours. */
export const NOW = new Date("2026-11-23T07:00:00Z");

/** The office's own address. */
export const OFFICE_ADDRESS = "e-imza@kurum.example";

/** Opens the store once for the test file that calls it. `reach`: how much work one page of a list may be. */
export function withOffice(now: () => Date = () => NOW, reach?: Reach): TestOffice {
  const database = withDatabase();
  const office: { store?: Store; connection?: Connection } = {};
  beforeAll(async () => {
    office.connection = await connect(database.uri);
    const cipher = createCipher(randomBytes(32));
    const { connection } = office;
    const bound = reach === undefined ? {} : { reach };
    office.store = await createStore({ connection, cipher, planEffects, searchTerms, queryTerms, ...bound });
    await withoutExpiry(connection);
  });
  afterAll(async () => {
    if (!office.connection) return;
    await transactionsEnded(office.connection);
    await office.connection.close();
  });
  return {
    uri: database.uri,
    clock: { now },
    ownAddresses: [OFFICE_ADDRESS],
    newMessageId: (ticket, message) => `<${ticket}.${message}.test@helpdesk.test>`,
    get store(): Store {
      if (!office.store) throw new Error("The office opens in beforeAll; use it inside tests.");
      return office.store;
    },
  };
}
