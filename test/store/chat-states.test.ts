import { randomUUID } from "node:crypto";
import { withOffice } from "../support/office.ts";

const office = withOffice();
const states = () => office.store.chatStates;

test("of many writes of one version one is done, and each is told what became of it", async () => {
  const key = randomUUID();
  const rivals = (version: number) => Array.from({ length: 5 }, (_, n) => states().write(key, { version, n }, version));
  for (const version of [0, 1, 2]) {
    const results = await Promise.allSettled(rivals(version));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "stale" });
    const winner = results.findIndex(({ status }) => status === "fulfilled");
    expect((await states().read([key])).get(key)).toEqual({ value: { version, n: winner }, version: version + 1 });
  }
});

test("a write that is too late does not take others of the same moment along", async () => {
  const [mine, taken] = [randomUUID(), randomUUID()];
  await states().write(taken, "first", 0);
  const results = await Promise.allSettled([
    states().write(randomUUID(), "elsewhere", 0),
    states().write(taken, "too late", 0),
    states().write(taken, "too late as well", 7),
    states().write(mine, "in time", 0),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
  expect((await states().read([mine, taken])).get(mine)).toEqual({ value: "in time", version: 1 });
  expect((await states().read([taken])).get(taken)).toEqual({ value: "first", version: 1 });
});

test("what was removed is not brought back by who still knows it", async () => {
  const key = randomUUID();
  await states().write(key, "known", 0);
  await states().remove(key);
  await expect(states().write(key, "known, and more", 1)).rejects.toMatchObject({ code: "stale" });
  expect((await states().read([key])).size).toBe(0);
});

test("without a version the last one stays", async () => {
  const key = randomUUID();
  await Promise.all(["a", "b", "c"].map((value) => states().write(key, value, undefined)));
  expect((await states().read([key])).get(key)).toEqual({ value: "c", version: 3 });
});
