import type { ErasureSubject } from "../../core/erasure.ts";
import type { FieldValue, RequestEntry, RequestStep } from "../../core/request.ts";
import { isSameText } from "../../language/fold.ts";
import { createNameEraser } from "../../language/named-in.ts";
import { inTransaction } from "../in-transaction.ts";
import type { Stored } from "../models.ts";
import { countRequestChange } from "../request-counters.ts";
import {
  addressesOf,
  createNaming,
  ERASED,
  type ErasurePart,
  type ErasureTools,
  findAll,
  goingWhole,
  ofTickets,
} from "./part.ts";

type Fields = RequestEntry["fields"];

interface EntryChange {
  readonly $set: Readonly<Record<string, unknown>>;
  readonly $unset?: Readonly<Record<string, 1>>;
}

/**
 * Entries about the person go. What they sent about others, as a project lead does, stays with what is those people's: only who sent
 * it is taken out.
 */
export function requestsPart({ connection, models, storedRequests }: ErasureTools): ErasurePart {
  const { requests } = models;

  async function rowsOf(subject: ErasureSubject) {
    const numbers = subject.entries.map(({ number }) => number);
    const rows = await findAll(requests, [ofTickets(subject), { number: { $in: numbers } }]);
    const named = new Set<unknown>(numbers);
    const isTheirs = createOwnership(subject);
    const theirs = rows.filter((row) => named.has(row.number) || isTheirs(row));
    return { theirs, ofOthers: rows.filter((row) => !theirs.includes(row)) };
  }

  /** What entries are counted by changes with them. */
  function rewrite({ _id }: Stored, changeOf: (before: Stored) => EntryChange): Promise<void> {
    return inTransaction(connection, async (session) => {
      const before = await requests.findOne({ _id }, undefined, { session }).lean();
      if (!before) return;
      const change = changeOf(before);
      await requests.updateOne({ _id }, { ...change, $inc: { version: 1 } }, { session });
      await countRequestChange(models, [before, { ...before, ...change.$set }], session);
    });
  }

  function emptied({ history }: Stored, at: Date): EntryChange {
    const steps = (history as readonly RequestStep[]).map(({ reason: _reason, ...step }) => step);
    const gone = { fields: {}, history: steps, searchTerms: [], personKeys: [], sealed: { values: {} } };
    return { $set: { ...gone, updatedAt: at }, $unset: { passage: 1, flag: 1, person: 1 } };
  }

  /** The sealed passage goes: of the numbers in it nobody can tell whose they are, and those of the entry stand in its fields. */
  function takenOut(row: Stored, without: ReturnType<typeof createWithout>, at: Date): EntryChange {
    const entry = without(storedRequests.fromDocument(row));
    const { _id, sealed, version: _version, ...fields } = storedRequests.toDocument({ ...entry, updatedAt: at }, row);
    const { values } = sealed as { readonly values: object };
    return { $set: { ...fields, sealed: { values } } };
  }

  return {
    count: async (subject) => (await rowsOf(subject)).theirs.length,
    async erase(subject, at) {
      const { theirs, ofOthers } = await rowsOf(subject);
      for (const row of theirs) await rewrite(row, (before) => emptied(before, at));
      const without = createWithout(subject);
      for (const row of ofOthers) await rewrite(row, (before) => takenOut(before, without, at));
      return theirs.length;
    },
  };
}

/**
 * Whether an entry of one of the person's tickets is about them: it bears a name of theirs, or none, and then no address of somebody
 * else. A name that is written in another way is another's till whoever erases says that it is theirs.
 */
export function createOwnership(subject: Pick<ErasureSubject, "called" | "identities">): (row: Stored) => boolean {
  const addresses = addressesOf(subject);
  return (row) => {
    const { name, email } = (row.fields ?? {}) as Fields;
    if (name) return subject.called.some((one) => isSameText(one, name.value));
    return !email || addresses.includes(email.value);
  };
}

/**
 * An entry without what names the person: values that do are taken away, in texts a mark stands for the name. By what tells that it is
 * another's it still does: their name stays though the person's stands in it, as "Ali Veli" does in "Mehmet Ali Veli".
 */
function createWithout(subject: ErasureSubject): (entry: RequestEntry) => RequestEntry {
  const addresses = addressesOf(subject);
  const names = createNaming(subject);
  const hide = createNameEraser([...addresses, ...subject.names], ERASED);
  function isThePersons(field: string, { value }: FieldValue): boolean {
    if (field === "name") return false;
    return field === "email" ? addresses.includes(value) : names(value);
  }
  const hidden = ({ source, ...value }: FieldValue): FieldValue => {
    const { quote, place, ...rest } = source;
    return {
      ...value,
      source: { ...rest, ...(quote && { quote: hide(quote) }), ...(place && { place: hide(place) }) },
    };
  };
  return ({ fields, history, passage, ...entry }) => ({
    ...entry,
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([field, value]) => (isThePersons(field, value) ? [] : [[field, hidden(value)]])),
    ),
    history: history.map((step) => (step.reason ? { ...step, reason: hide(step.reason) } : step)),
    ...(passage && { passage: hide(passage) }),
  });
}

/** Corrections of what was read in their tickets, and about them elsewhere: each holds a passage as it was written. */
export function casesPart({ models: { extractionCases } }: ErasureTools): ErasurePart {
  return goingWhole(extractionCases, (subject) => [
    ofTickets(subject),
    {
      request: { $in: subject.entries.map(({ number }) => number) },
      ticket: { $nin: [...subject.tickets] },
    },
  ]);
}
