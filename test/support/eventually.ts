/** Ends a test of what never comes, and says what there was instead; no claim of how soon it comes. Milliseconds. */
const PATIENCE_MS = 60_000;
const EVERY_MS = 25;

/** Asks again until the answer is there; fails with the last answer when it does not come. */
export async function eventually<Answer>(
  ask: () => Promise<Answer> | Answer,
  isThere: (answer: Answer) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<Answer> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (performance.now() > end) throw new Error(`Not there after ${patienceMs} ms; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
