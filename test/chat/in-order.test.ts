import { setTimeout as wait } from "node:timers/promises";
import { createOrder } from "../../src/chat/in-order.ts";

test("work of one key runs one after the other, also after a failure; other keys do not wait", async () => {
  const inOrder = createOrder();
  const done: string[] = [];
  const slow = inOrder("a", async () => {
    await wait(20);
    done.push("a1");
    throw new Error("a1 fails");
  });
  const next = inOrder("a", async () => void done.push("a2"));
  const other = inOrder("b", async () => void done.push("b1"));
  await expect(slow).rejects.toThrow("a1 fails");
  await Promise.all([next, other]);
  expect(done).toEqual(["b1", "a1", "a2"]);
});
