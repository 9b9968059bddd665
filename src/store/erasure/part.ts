import type { Connection, Model } from "mongoose";
import type { ErasedKind, ErasureSubject, Mention } from "../../core/erasure.ts";
import { knownByKind } from "../../core/identity.ts";
import { createNameFinder } from "../../language/named-in.ts";
import type { Filter } from "../entrance.ts";
import type { Models, Stored } from "../models.ts";
import type { RawFiles } from "../raw-files.ts";
import type { StoredRequests } from "../stored-requests.ts";
import type { TermKeeping } from "../ticket-terms.ts";

/** Stands where a text was. */
export const ERASED = "[silindi]";

/** One kind of data of a person: how much of it there is, and how it goes. */
export interface ErasurePart {
  count(subject: ErasureSubject): Promise<number>;
  /** Out: how much was erased. May be repeated. */
  erase(subject: ErasureSubject, at: Date): Promise<number>;
}

export interface ErasureTools {
  readonly connection: Connection;
  readonly models: Models;
  readonly files: RawFiles;
  /** Makes what tickets are found by anew, after some of their messages went. */
  readonly rebuildTerms: TermKeeping["rebuild"];
  readonly storedRequests: StoredRequests;
  /** Filters for the mails that came from these addresses. */
  readonly mailsFrom: (addresses: readonly string[]) => Promise<readonly Filter[]>;
}

/** How erasure treats a collection: it stays, for a reason; what names the person in it is pointed out; or it is erased as a part. */
export type Treatment =
  | { readonly keeps: string }
  | { readonly pointsOut: (models: Models, subject: ErasureSubject) => Promise<readonly Mention[]> }
  | { readonly kind: ErasedKind; readonly part: (tools: ErasureTools) => ErasurePart };

export const ofTickets = ({ tickets }: Pick<ErasureSubject, "tickets">) => ({ ticket: { $in: [...tickets] } });

/** How many documents fit one of these filters, none of them fitting two. */
export async function countAll(model: Model<Stored>, filters: readonly Filter[]): Promise<number> {
  const counts = await Promise.all(filters.map((filter) => model.countDocuments(filter)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The documents that fit one of these filters, each once. One filter at a time: a stand-in engine reads a whole collection for `$or`. */
export async function findAll(
  model: Model<Stored>,
  filters: readonly Filter[],
  fields?: Readonly<Record<string, 1>>,
): Promise<readonly Stored[]> {
  const found = await Promise.all(filters.map((filter) => model.find(filter, fields).lean()));
  return [...new Map(found.flat().map((row) => [row._id, row])).values()];
}

/** Documents that go whole. */
export function goingWhole(model: Model<Stored>, filters: (subject: ErasureSubject) => readonly Filter[]): ErasurePart {
  return {
    count: (subject) => countAll(model, filters(subject)),
    async erase(subject) {
      let erased = 0;
      for (const filter of filters(subject)) erased += (await model.deleteMany(filter)).deletedCount;
      return erased;
    },
  };
}

export function addressesOf({ identities }: Pick<ErasureSubject, "identities">): string[] {
  return knownByKind(identities, "mail");
}

export function accountsOf({ identities }: Pick<ErasureSubject, "identities">): string[] {
  return knownByKind(identities, "teams");
}

/** Whether a value has a text that names the person: by an address, or by their whole name, however it is written. */
export function createNaming(subject: ErasureSubject): (value: unknown) => boolean {
  const names = createNameFinder([...addressesOf(subject), ...subject.names]);
  return (value) => textsOf(value).some(names);
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

/** A filter for texts in which one stands for itself, not as a part of a longer address or key. `$regex` with `$options: "i"`. */
export function holding(text: string) {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return { $regex: `(^|[^a-z0-9._%+-])${escaped}([^a-z0-9._-]|$)`, $options: "i" } as const;
}
