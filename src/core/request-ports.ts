import type { PersonalField, RequestField } from "./request.ts";

/** What a person is recognised by over all entries; one that matches is enough. */
export interface PersonKeys {
  /** Eleven digits. */
  readonly nationalId?: string;
  /** E.164; several when a change of number is told. */
  readonly phones?: readonly string[];
  readonly registryNumber?: string;
  /** Counts only together with the registry number. */
  readonly name?: string;
}

/** A correction by staff, kept sealed: what stood in the text, what was read, and what is right. */
export interface ExtractionCase {
  readonly id: string;
  readonly request: string;
  readonly ticket: string;
  readonly field: RequestField;
  readonly passage: string;
  readonly wrong?: string;
  readonly right: string;
  readonly createdAt: Date;
}

export interface ExtractionCases {
  /** All of them, oldest first, opened one after the other. */
  all(): AsyncIterable<ExtractionCase>;
}

export interface UnmaskedRequest {
  readonly passage?: string;
  readonly values: Readonly<Partial<Record<PersonalField, string>>>;
}
