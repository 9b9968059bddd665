/** Where the bot keeps its conversation state; versions guard against lost writes. */
export interface ChatStates {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, { readonly value: unknown; readonly version: number }>>;
  /** Throws `stale` when the stored version is another one; `undefined` version writes whatever is there. */
  write(key: string, value: unknown, version: number | undefined): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Conversations {
  /** How to reach a conversation again; replaced on every inbound activity. */
  remember(
    id: string,
    reference: unknown,
    person: { readonly aadObjectId?: string; readonly name?: string },
  ): Promise<void>;
  reference(id: string): Promise<unknown | undefined>;
  markUnreachable(id: string, reason: string): Promise<void>;
}
