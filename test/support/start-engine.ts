import { type Engine, startEngine } from "../../src/store/engine.ts";

/** The engine of a test run is handed from jest's global set-up to its tear-down through this name. */
declare global {
  var testEngine: Engine | undefined;
}

/**
 * Starts the one database engine of a test run; its URI reaches the workers through the environment. TEST_MONGODB_URI, given from
 * outside, names a server to use instead (never MONGODB_URI: that one may hold somebody's real data).
 */
// biome-ignore lint/style/noDefaultExport: jest asks for one.
export default async function startTestEngine(): Promise<void> {
  const uri = process.env.TEST_MONGODB_URI;
  const engine = await startEngine({ ...(uri ? { uri } : {}), env: process.env, report: console.log });
  console.log(`\n${engine.describe}`);
  process.env.TEST_MONGODB_URI = engine.uri;
  globalThis.testEngine = engine;
}
