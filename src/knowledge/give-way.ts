/** Longest stretch of work at a time, in milliseconds: turns of other people wait no longer than this. */
const STRETCH_MS = 10;

/** Lets waiting work run whenever a stretch of a long calculation is over. */
export function createGiveWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
