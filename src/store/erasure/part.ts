import type { ErasedKind, ErasureSubject, Mention } from "../../core/erasure.ts";
import { kindOf, knownBy } from "../../core/identity.ts";
import { essence } from "../../language/fold.ts";
import type { Models } from "../models.ts";
import type { RawFiles } from "../raw-files.ts";

/** Stands where a text was. */
export const ERASED = "[silindi]";

/** One kind of data of a person: how much of it there is, and how it goes. */
export interface ErasurePart {
  count(subject: ErasureSubject): Promise<number>;
  /** Out: how much was erased. May be repeated. */
  erase(subject: ErasureSubject, at: Date): Promise<number>;
}

export interface ErasureTools {
  readonly models: Models;
  readonly files: RawFiles;
  /** Makes what tickets are found by anew, after some of their messages went. */
  readonly rebuildTerms: (tickets: readonly string[]) => Promise<void>;
}

/** How erasure treats a collection: it stays, for a reason; what names the person in it is pointed out; or it is erased as a part. */
export type Treatment =
  | { readonly keeps: string }
  | { readonly pointsOut: (models: Models, subject: ErasureSubject) => Promise<readonly Mention[]> }
  | { readonly kind: ErasedKind; readonly part: (tools: ErasureTools) => ErasurePart };

export function addressesOf({ identities }: ErasureSubject): string[] {
  return identities.filter((identity) => kindOf(identity) === "mail").map(knownBy);
}

export function accountsOf({ identities }: Pick<ErasureSubject, "identities">): string[] {
  return identities.filter((identity) => kindOf(identity) === "teams").map(knownBy);
}

/** Whether a text names the person: by an address, or by their whole name, however it is written. */
export function createNaming(subject: ErasureSubject): (text: unknown) => boolean {
  const wanted = [...addressesOf(subject), ...subject.names].map(essence).filter((one) => one !== "");
  return (text) => {
    const told = essence(typeof text === "string" ? text : JSON.stringify(text ?? ""));
    return wanted.some((one) => told.includes(one));
  };
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
