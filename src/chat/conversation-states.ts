import type { Activity } from "botbuilder";
import type { DialogState } from "botbuilder-dialogs";
import { type ConversationMemory, EMPTY_MEMORY } from "../../dialogs/memory.ts";
import type { AskedQuestion } from "../core/chat.ts";
import type { ChatStates } from "../core/chat-ports.ts";
import { AppError } from "../core/errors.ts";

/** Everything kept of one conversation, in one document, so that one write saves a turn or nothing of it. */
export interface ConversationState {
  readonly memory: ConversationMemory;
  readonly dialogs: DialogState;
  /** Activity ids answered lately: one delivered twice is answered once. */
  readonly answered: readonly string[];
  /** What was answered last where the answer goes back in the response, to be given again. */
  readonly lastReplies?: { readonly activity: string; readonly replies: readonly Partial<Activity>[] };
  /** Ids of our messages → the stored question each answers, for ratings that name the message. */
  readonly rateable?: readonly (readonly [message: string, question: string])[];
  readonly isWelcomed?: boolean;
  /** The questions of the last turn: noted again by whoever reads the state, should the process end before it noted them. */
  readonly asked?: readonly AskedQuestion[];
}

export interface VersionedState {
  readonly state: ConversationState;
  /** 0 for a conversation not stored yet. */
  readonly version: number;
}

export interface ConversationStates {
  load(key: string): Promise<VersionedState>;
  /** Throws `stale` unless this is still the newest version; the next load reads the newest. */
  assertCurrent(key: string, version: number): Promise<void>;
  /** Throws `stale` when another turn has written meanwhile; the next load reads what it wrote. */
  save(key: string, state: ConversationState, version: number): Promise<void>;
  /**
   * Changes what is stored, on the newest version: `change` may be called again, and gives nothing for "leave it".
   * Returns whether it was changed.
   */
  update(key: string, change: (state: ConversationState) => ConversationState | undefined): Promise<boolean>;
}

type NoteAgain = (questions: readonly AskedQuestion[]) => void;

/** How often a change is tried anew when another process was faster. */
const MOST_TRIES = 5;

/** Conversations whose state is kept in memory beside the database; some 30 MB at the most. */
const MOST_KEPT = 2_000;

/**
 * Conversation states over the store. What this process wrote last is kept in memory, which saves the read of most
 * turns; the version in the database decides, so that an outdated copy is found out at the write.
 * `noteAgain` is given the questions that came with a state out of the database.
 */
export function createConversationStates(store: ChatStates, noteAgain: NoteAgain): ConversationStates {
  const kept = new Map<string, VersionedState>();
  const states: ConversationStates = {
    async load(key) {
      const known = kept.get(key);
      if (known) return { ...known, state: { ...known.state, dialogs: ownCopy(known.state.dialogs) } };
      const stored = (await store.read([key])).get(key);
      if (!stored) return { state: { memory: EMPTY_MEMORY, dialogs: { dialogStack: [] }, answered: [] }, version: 0 };
      const state = stored.value as ConversationState;
      noteAgain((state.asked ?? []).map((question) => ({ ...question, askedAt: new Date(question.askedAt) })));
      return { state, version: stored.version };
    },
    async assertCurrent(key, version) {
      const newest = (await store.read([key])).get(key)?.version ?? 0;
      if (newest === version) return;
      kept.delete(key);
      throw new AppError("stale", "The conversation has moved on in another process.", { key });
    },
    async save(key, state, version) {
      kept.delete(key);
      await store.write(key, state, version);
      kept.set(key, { state, version: version + 1 });
      const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
    async update(key, change) {
      for (let tries = 1; ; tries++) {
        const { state, version } = await states.load(key);
        const changed = change(state);
        if (!changed) return false;
        try {
          await states.save(key, changed, version);
          return true;
        } catch (error) {
          if (!isStale(error) || tries === MOST_TRIES) throw error;
        }
      }
    },
  };
  return states;
}

/** The dialogs change what they are given; mostly there is none open. */
function ownCopy(dialogs: DialogState): DialogState {
  return dialogs.dialogStack.length === 0 ? { dialogStack: [] } : structuredClone(dialogs);
}

/** Whether a write was refused because another turn had written meanwhile. */
export function isStale(error: unknown): boolean {
  return error instanceof AppError && error.code === "stale";
}
