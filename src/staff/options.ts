import type { Language } from "../core/knowledge.ts";
import type { Log, Office } from "../core/ports.ts";
import type { KnowledgeDesk } from "../knowledge/knowledge-desk.ts";
import type { QuestionWording } from "../requests/missing-question.ts";
import type { RequestExtractor } from "../understanding/extraction/types.ts";
import type { Understander } from "../understanding/types.ts";
import type { DirectoryOptions } from "./sign-in/directory.ts";
import type { TeamsAppOptions } from "./sign-in/teams-token.ts";

/** A category as knowledge names it. */
export interface Category {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
}

/** One line of the health page. */
export interface HealthLine {
  readonly name: "database" | "mailbox";
  readonly ok: boolean;
  readonly detail: Readonly<Record<Language, string>>;
}

export interface FileContent {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Everything the staff door is handed. */
export interface StaffOptions {
  readonly office: Office;
  readonly log: Log;
  /** Live: asked anew each time, so that reloaded knowledge shows at once. */
  readonly understander: () => Understander;
  readonly categories: () => readonly Category[];
  /** Where entries are written, tried and published. */
  readonly knowledge: KnowledgeDesk;
  /** How people reach the product; with https the session cookie is `Secure`. */
  readonly publicUrl?: string;
  /** The organisation's OpenID provider, when people sign in there; needs `publicUrl`. */
  readonly directory?: DirectoryOptions;
  /** The app in Teams, whose tab signs people in; needs a `publicUrl` of https. */
  readonly teams?: TeamsAppOptions;
  /** Address of the embedded demo mailbox; every page then says that it is one. */
  readonly demoMailbox?: string;
  /** Whether mail can leave at all. */
  readonly smtpConfigured: boolean;
  /** What `/readyz` looks at, line by line. */
  readonly healthLines: () => Promise<readonly HealthLine[]>;
  /** Reads attachments out of a kept mail; undefined for each that is not there. Throws `fileUnreadable` or `busy`. */
  readonly attachments: (mail: string, indexes: readonly number[]) => Promise<readonly (FileContent | undefined)[]>;
  /** Reads a value typed by hand into a field of a request entry. */
  readonly readField: RequestExtractor["readField"];
  /** How the sender is asked for what a request entry lacks. */
  readonly questionWording: () => QuestionWording;
  /** Told that a quarantined mail waits to be tried again. */
  readonly mailReopened?: () => void;
}
