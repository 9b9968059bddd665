import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { connectOptions } from "../../src/store/engine.ts";

/** A database of one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Connection string with the database in it. */
  readonly uri: string;
}

/** Gives the test file that calls it a database of its own on the run's engine, dropped after its last test. */
export function withDatabase(): TestDatabase {
  const engine = process.env.TEST_MONGODB_URI;
  if (!engine) throw new Error("No engine: test/support/start-engine.ts did not run.");
  const name = `test-${process.env.JEST_WORKER_ID}-${randomBytes(6).toString("hex")}`;
  const uri = new URL(engine);
  uri.pathname = `/${name}`;
  afterAll(async () => {
    const connection = await mongoose.createConnection(uri.href, connectOptions).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });
  return { name, uri: uri.href };
}
