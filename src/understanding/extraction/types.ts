import type { FieldValue, RequestField, RequestKind } from "../../core/request.ts";

/** What entries are read from: one mail or one chat message, plain data. */
export interface RequestMaterial {
  readonly subject: string;
  /** What is new in it, quotes cut. */
  readonly text: string;
  /** With quotes; a table that stands only in the quoted part is not read again. */
  readonly fullText?: string;
  readonly html?: string;
  readonly sender?: { readonly email?: string; readonly name?: string };
  readonly attachments?: readonly AttachedFile[];
  /** Mails forwarded with it as files; `ownAddresses` of the outermost count for all. */
  readonly letters?: readonly RequestMaterial[];
  /** Addresses of the office: never a person's own. */
  readonly ownAddresses?: readonly string[];
}

/** A file whose bytes are read only when its name and size make it worth it. */
export interface AttachedFile {
  readonly name: string;
  readonly size: number;
  read(): Promise<Buffer | undefined>;
}

/** One person found, with everything read about them. Values are normalised and in the clear. */
export interface ExtractedPerson {
  readonly kind: RequestKind;
  readonly fields: Fields;
  /** The lines they were read from; personal numbers in the clear. */
  readonly passage: string;
  /** Other numbers told of the same person, such as the one before a change: E.164. */
  readonly otherPhones: readonly string[];
}

export type Fields = Readonly<Partial<Record<RequestField, FieldValue>>>;

export interface Extraction {
  readonly people: readonly ExtractedPerson[];
  /** Values told without a person, as a reply to a question tells them; each said once, of one value only. */
  readonly loose: Fields;
  /** What was left out and why: Turkish sentences for the console. */
  readonly remarks: readonly string[];
}

/** A value as it is kept, and what cannot be right about it. */
export interface ReadField {
  readonly value: string;
  readonly problem?: string;
  /** The province of the district that is written. */
  readonly isConcluded?: true;
}

/** Reads entries out of what people send. Pure but for the bytes of attachments: the same material gives the same entries. */
export interface RequestExtractor {
  extract(material: RequestMaterial): Promise<Extraction>;
  /** One value of a field as typed by hand; undefined when nothing of this field can be read in it. */
  readField(field: RequestField, written: string): ReadField | undefined;
}

/** What holds for a person by the headings they stand under. */
export interface SaidOfGroup {
  readonly fields: Fields;
  readonly kind?: RequestKind;
}

/** A person while being read: several readings of the same mail may speak of the same one. */
export interface FoundPerson {
  readonly fields: Fields;
  readonly passage: string;
  readonly otherPhones: readonly string[];
  /** Only what was said of this person alone; else the kind of the whole mail counts. */
  readonly kind?: RequestKind;
  /** Said above the list they were found in. */
  readonly ofGroup?: SaidOfGroup;
  /** Fields of which another value is said of all but of this person. */
  readonly spared?: readonly RequestField[];
}
