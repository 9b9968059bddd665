/** Work done in one go before everything else in the process gets its turn, in milliseconds. */
const MOST_MS = 4;

let since = 0;
let turn: Promise<void> | undefined;

/**
 * Awaited before each piece of work that holds up the process, of which many are ready at the same time: every few
 * milliseconds the others wait until the event loop has turned, so that answers of the database, and people, are not kept
 * waiting for all of them.
 */
export async function breathe(): Promise<void> {
  while (turn || performance.now() - since > MOST_MS) {
    turn ??= new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now();
        turn = undefined;
        resolve();
      });
    });
    await turn;
  }
}
