import { breathe } from "../../src/mail/breathe.ts";

/** Holds up the process. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

test("however many pieces of work are ready at once, others get their turn between them", async () => {
  const done: number[] = [];
  /** Pieces done when the event loop turned. */
  const turns: number[] = [0];
  let isOver = false;
  const turn = () => {
    turns.push(done.length);
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await Promise.all(
    Array.from({ length: 20 }, async (_, piece) => {
      await breathe();
      work(5);
      done.push(piece);
    }),
  );
  isOver = true;
  const inOneGo = [...turns, done.length].map((count, index, all) => count - (all[index - 1] ?? 0));
  // Each piece is longer than may be worked in one go; the first may come with the second.
  expect(Math.max(...inOneGo)).toBeLessThanOrEqual(2);
  expect(done).toEqual(Array.from({ length: 20 }, (_, piece) => piece));
});
