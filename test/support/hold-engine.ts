import { startEngine } from "../../src/store/engine.ts";

/** Run as a process of its own: starts an engine, on the folder given or on a temporary one, prints its URI, and holds it until SIGTERM. */
async function holdEngine(): Promise<void> {
  const [, , dataDirectory] = process.argv;
  const engine = await startEngine({
    ...(dataDirectory ? { dataDirectory } : {}),
    env: process.env,
    report: console.error,
  });
  const hold = setInterval(() => undefined, 60_000);
  process.once("SIGTERM", () => {
    clearInterval(hold);
    void engine.stop();
  });
  console.log(engine.uri);
}

void holdEngine();
