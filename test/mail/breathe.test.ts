import { breathe } from "../../src/mail/breathe.ts";

/** Holds up the process. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

test("however many pieces of work are ready at once, others get their turn between them", async () => {
  const done: string[] = [];
  setTimeout(() => done.push("someone else"), 1);
  await Promise.all(
    Array.from({ length: 20 }, async (_, piece) => {
      await breathe();
      work(2);
      done.push(`piece ${piece}`);
    }),
  );
  expect(done.indexOf("someone else")).toBeGreaterThanOrEqual(0);
  expect(done.indexOf("someone else")).toBeLessThan(10);
  expect(done.filter((one) => one.startsWith("piece"))).toEqual(Array.from({ length: 20 }, (_, n) => `piece ${n}`));
});
