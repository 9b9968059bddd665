/** Work done in one go before everything else in the process gets its turn, in milliseconds. */
const MOST_MS = 4;

const waiting: (() => void)[] = [];
let isLettingThrough = false;
let since = 0;

/**
 * Awaited before each piece of work that holds up the process, of which many are ready at the same time: every few
 * milliseconds the others wait until the event loop has turned, so that answers of the database, and people, are not kept
 * waiting for all of them.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (!isLettingThrough) void letThrough();
  });
}

/** One after the other, in their order: let through at once, they would all find that time is left. */
async function letThrough(): Promise<void> {
  isLettingThrough = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (performance.now() - since > MOST_MS) {
      await new Promise<void>((turned) => setImmediate(turned));
      since = performance.now();
    }
    next();
    // What it does at once is done before the next one is asked.
    await undefined;
  }
  isLettingThrough = false;
}
