import type { ResponseFigures } from "./response-figures.ts";

/** A span of time, its end not in it. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** So many tickets were opened on a Turkish day, by this way, of this category. */
export interface OpenedCount {
  /** "2026-11-23". */
  readonly day: string;
  readonly channel: string;
  readonly category: string;
  readonly count: number;
}

/** So many questions of a day came to this outcome. */
export interface QuestionCount {
  readonly day: string;
  readonly outcome: string;
  readonly count: number;
}

/** How often an entry answered, and what people said of it. */
export interface EntryUse {
  readonly entry: string;
  readonly count: number;
  readonly helpful: number;
  readonly notHelpful: number;
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Reads for reports; each is bounded by its span. */
export interface ReportReader {
  ticketsOpened(span: Span): Promise<readonly OpenedCount[]>;
  /** How the tickets opened in the span were answered and solved, by the working hours there are now. */
  responses(span: Span): Promise<ResponseFigures>;
  /** Unfinished tickets opened before each of the instants, counted. */
  unfinishedBefore(instants: readonly Date[]): Promise<readonly number[]>;
  questions(span: Span): Promise<readonly QuestionCount[]>;
  /** The entries that answered most, up to a hundred. */
  entryUse(span: Span): Promise<readonly EntryUse[]>;
  requestsBy(what: "state" | "province"): Promise<readonly ValueCount[]>;
}
