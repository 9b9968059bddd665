import type {} from "./start-engine.ts";

/** Stops the engine of the test run and drops its data. */
// biome-ignore lint/style/noDefaultExport: jest asks for one.
export default async function stopTestEngine(): Promise<void> {
  await globalThis.testEngine?.stop();
}
