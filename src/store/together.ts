interface Call<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Many calls of the same moment, answered by one command. In: answers for many keys, in their order. Out: the call for
 * one key. When the command fails, each call of that moment does.
 */
export function together<Key, Value>(
  answer: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  let waiting: Call<Key, Value>[] = [];

  async function answerAll(): Promise<void> {
    const calls = waiting;
    waiting = [];
    try {
      const values = await answer(calls.map(({ key }) => key));
      for (const [index, { resolve }] of calls.entries()) resolve(values[index] as Value);
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(answerAll);
      waiting.push({ key, resolve, reject });
    });
}
