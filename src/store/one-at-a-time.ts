import { setImmediate as nextLoopTurn } from "node:timers/promises";

interface Call<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: one command at a time, and what is asked for meanwhile, or in the same turn of the event loop, goes together into
 * the next. In: answers for many
 * keys, in their order, at most `most` at once. Out: the call for one key. When a command fails, each call in it does.
 */
export function oneAtATime<Key, Value>(
  answer: (keys: readonly Key[]) => Promise<readonly Value[]>,
  most = 100,
): (key: Key) => Promise<Value> {
  let waiting: Call<Key, Value>[] = [];
  let isBusy = false;

  async function answerAll(): Promise<void> {
    isBusy = true;
    await nextLoopTurn();
    while (waiting.length > 0) {
      const calls = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const values = await answer(calls.map(({ key }) => key));
        for (const [index, { resolve }] of calls.entries()) resolve(values[index] as Value);
      } catch (error) {
        for (const { reject } of calls) reject(error);
      }
    }
    isBusy = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (!isBusy) void answerAll();
    });
}
