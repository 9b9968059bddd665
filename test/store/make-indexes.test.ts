import { randomBytes } from "node:crypto";
import mongoose, { type Connection } from "mongoose";
import { queryTerms, searchTerms } from "../../src/language/search-terms.ts";
import { planEffects } from "../../src/notifications/plan-effects.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { connect } from "../../src/store/connect.ts";
import { connectOptions } from "../../src/store/engine.ts";
import { createModels } from "../../src/store/models.ts";
import { createStore } from "../../src/store/store.ts";
import { withDatabase } from "../support/database.ts";

const database = withDatabase();
const cipher = createCipher(randomBytes(32));

async function startProcess(): Promise<Connection> {
  const connection = await connect(database.uri);
  await createStore({ connection, cipher, planEffects, searchTerms, queryTerms });
  return connection;
}

test("indexes that a former version made otherwise are made anew by whichever process starts first, an administrator's stay", async () => {
  const former = await mongoose.createConnection(database.uri, connectOptions).asPromise();
  const mails = former.collection("mails");
  await mails.createIndex({ claim: 1 });
  await mails.createIndex({ size: 1 });
  await mails.createIndex({ messageId: 1 }, { name: "of the administrator" });
  await mails.insertOne({ account: "a", claim: "still being worked on" });

  const processes = await Promise.all([startProcess(), startProcess()]);

  const indexes = await mails.indexes();
  expect(indexes.find(({ name }) => name === "claim_1")).toMatchObject({ sparse: true });
  expect(indexes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["size_1", "of the administrator", "outcome.ticket_1"]),
  );
  expect(await mails.countDocuments({ claim: "still being worked on" })).toBe(1);
  for (const connection of [former, ...processes]) await connection.close();
});

/** The innermost stage of a plan: how the documents are found. */
function findingOf(stage: {
  readonly stage: string;
  readonly inputStage?: unknown;
  readonly indexName?: string;
}): string {
  return stage.inputStage ? findingOf(stage.inputStage as typeof stage) : (stage.indexName ?? stage.stage);
}

test("a query for a value finds its documents by an index, also where the index holds only some of them", async () => {
  const connection = await startProcess();
  const scanned: string[] = [];
  for (const [name, model] of Object.entries(createModels(connection))) {
    await model.collection.insertOne({ _id: "one" } as object);
    for (const [keys, { partialFilterExpression = {} }] of model.schema.indexes()) {
      const [first = ""] = Object.keys(keys);
      const plan = await model.collection.find({ [first]: "x", ...partialFilterExpression } as object).explain();
      if (findingOf(plan.queryPlanner.winningPlan) === "COLLSCAN") scanned.push(`${name}: ${first}`);
    }
  }
  expect(scanned).toEqual([]);
  await connection.close();
});
