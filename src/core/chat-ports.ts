import type { TeamsAccount } from "./staff-ports.ts";

/** Where the bot keeps its conversation state; versions guard against lost writes. */
export interface ChatStates {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, { readonly value: unknown; readonly version: number }>>;
  /** Throws `stale` when the stored version is another one; `undefined` version writes whatever is there. */
  write(key: string, value: unknown, version: number | undefined): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A conversation of one person alone with the bot. */
export interface PersonalConversation {
  readonly id: string;
  readonly name?: string;
  readonly address?: string;
}

export interface Conversations {
  /** How to reach a conversation again; replaced on every inbound activity. */
  remember(
    id: string,
    reference: unknown,
    person: { readonly aadObjectId?: string; readonly name?: string; readonly alone?: boolean },
  ): Promise<void>;
  reference(id: string): Promise<unknown | undefined>;
  /** Whether a conversation is one person's with the bot, and can be reached. */
  isPersonal(id: string): Promise<boolean>;
  /** The conversation of this directory account alone with the bot, the latest that can be reached. */
  ofAccount(aadObjectId: string): Promise<PersonalConversation | undefined>;
  /** Keeps the mail address, and the name, that the channel vouches for. */
  keepAddress(id: string, person: { readonly address: string; readonly name?: string }): Promise<void>;
  /** Directory accounts of which the channel says that this (lower case) is their mail address. */
  accountsWith(address: string): Promise<readonly TeamsAccount[]>;
  markUnreachable(id: string, reason: string): Promise<void>;
}
