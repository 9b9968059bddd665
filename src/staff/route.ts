import type { ServerResponse } from "node:http";
import type { Language } from "../core/knowledge.ts";
import type { Permission, Role } from "../core/person.ts";
import type { DeskMemory } from "./desk-memory.ts";
import type { StaffOptions } from "./options.ts";
import type { Texts } from "./texts/texts.ts";

export type Theme = "auto" | "light" | "dark";

/** Somebody who has shown who they are: by a session cookie, or by an API token. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly email?: string;
  /** Only with a cookie session: what a form or a script must send along. */
  readonly csrf?: string;
  /** Only with a cookie session: the hashed session id. */
  readonly session?: string;
  /** Only with a session begun in the tab in Teams. */
  readonly inTeams?: boolean;
}

/** How the page is to look, as this browser chose. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly moreContrast: boolean;
  /** Whether a letter alone does something: who dictates or has a trembling hand can turn it off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Which sections were left open (true) or folded, by their names; others are as usual. */
  readonly folds: ReadonlyMap<string, boolean>;
}

/** One HTTP request as a handler sees it. */
export interface Visit {
  readonly staff: StaffOptions;
  readonly memory: DeskMemory;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of a form that was sent. */
  readonly form: URLSearchParams;
  /** Body of a JSON request. */
  readonly json: unknown;
  readonly header: (name: string) => string | undefined;
  readonly cookie: (name: string) => string | undefined;
  readonly address: string;
  readonly now: Date;
  readonly preferences: Preferences;
  readonly texts: Texts;
  readonly visitor?: Visitor;
}

/** A visit by somebody who may be here. */
export interface StaffVisit extends Visit {
  readonly visitor: Visitor;
}

/** What a handler gives back; `stream` takes the response over and returns what to do when the reader has gone. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
  readonly stream?: (response: ServerResponse) => () => void;
  /** Who may show it in a frame although nobody else may: our own pages, or Teams. */
  readonly frames?: "own" | "teams";
}

/** What a visitor needs: a permission, any sign-in, or nothing. */
export type Need = Permission | "signedIn" | "nothing";

export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly needs: Need;
  readonly answer: (visit: Visit) => Promise<Answer>;
}

type Handler<AnyVisit> = (visit: AnyVisit) => Promise<Answer> | Answer;

/** A route anybody may ask. */
export function publicRoute(method: Route["method"], path: string, handler: Handler<Visit>): Route {
  return { method, path, needs: "nothing", answer: async (visit) => handler(visit) };
}

/** A route for staff with a permission; the guard has let the visitor in before the handler runs. */
export function staffRoute(
  method: Route["method"],
  path: string,
  needs: Permission | "signedIn",
  handler: Handler<StaffVisit>,
): Route {
  return { method, path, needs, answer: async (visit) => handler(visit as StaffVisit) };
}
