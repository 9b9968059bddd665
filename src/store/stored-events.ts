import type { HelpdeskEvent } from "../core/events.ts";
import type { Effect } from "../core/outbox.ts";
import { maskDeep } from "../core/personal-data.ts";
import { newId } from "./ids.ts";
import type { Stored } from "./models.ts";

export function storedEvent(id: string, event: HelpdeskEvent): Stored {
  return { _id: id, ...maskDeep(event) };
}

/** An effect as it waits in the outbox till `leavesAt`. */
export function storedEffect(effect: Effect, now: Date, leavesAt: Date = now): Stored {
  return {
    _id: newId(),
    key: effect.key,
    kind: effect.kind,
    effect,
    state: "waiting",
    attempts: 0,
    nextAttemptAt: leavesAt,
    createdAt: now,
  };
}
