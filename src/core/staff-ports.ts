import type { Role, StaffMember } from "./person.ts";

export interface StaffAccount extends StaffMember {
  readonly passwordHash?: string;
  /** Base32 secret of the authenticator app, sealed at rest; a code is asked for when it is there. */
  readonly totpSecret?: string;
  /** Issuer and subject, for an account of the organisation's directory. */
  readonly directoryId?: string;
  /** Hashes of the codes that stand in for the app once each. */
  readonly recoveryCodes?: readonly string[];
  /** Their account in Teams (directory object id), once they linked it, and how it is called there. */
  readonly teamsId?: string;
  readonly teamsName?: string;
}

/** A member as the list of accounts shows them. */
export interface StaffEntry extends StaffMember {
  readonly secondStep: boolean;
  /** Whether they sign in with the organisation's account. */
  readonly directory: boolean;
}

/** An API token, without the token. */
export interface ApiToken {
  readonly hash: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
}

/** What may be changed of an account; `undefined` takes a field away. */
export type StaffChange = {
  readonly [Field in
    | "name"
    | "role"
    | "active"
    | "passwordHash"
    | "totpSecret"
    | "recoveryCodes"
    | "notices"
    | "teamsId"
    | "teamsName"]?: StaffAccount[Field] | undefined;
};

/** An account of the organisation as Teams vouches for it. */
export interface TeamsAccount {
  /** Object id in the directory. */
  readonly id: string;
  readonly name?: string;
}

export interface Session {
  /** SHA-256 of the cookie's secret, hex; the secret itself is never stored. */
  readonly id: string;
  readonly staff: string;
  readonly csrf: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent?: string;
  /** Begun in the tab in Teams, and good in a frame of Teams. */
  readonly inTeams?: boolean;
}

export interface StaffDirectory {
  count(): Promise<number>;
  byId(id: string): Promise<StaffAccount | undefined>;
  byEmail(email: string): Promise<StaffAccount | undefined>;
  byDirectoryId(directoryId: string): Promise<StaffAccount | undefined>;
  byTeamsId(teamsId: string): Promise<StaffAccount | undefined>;
  list(): Promise<readonly StaffMember[]>;
  /** The same, with how each of them signs in. */
  entries(): Promise<readonly StaffEntry[]>;
  /** Throws `conflict` when the address is taken. */
  add(account: StaffAccount): Promise<void>;
  update(id: string, change: StaffChange): Promise<void>;
  /** Takes a time step of one-time passwords, each once and none before the last; false when it was taken. */
  takeTotpStep(id: string, step: number): Promise<boolean>;
  /** Takes a recovery code by its hash, once; false when there is none such. */
  takeRecoveryCode(id: string, hash: string): Promise<boolean>;
  /** A code by which a member's Teams account is linked till then; an earlier one is good no more. Only its hash is kept. */
  offerTeamsCode(id: string, code: string, until: Date): Promise<void>;
  /**
   * Links a Teams account with whoever was given this code, once, and gives the member. Throws `conflict` when the Teams account is
   * somebody else's.
   */
  takeTeamsCode(code: string, teams: TeamsAccount, now: Date): Promise<StaffMember | undefined>;
  addSession(session: Session): Promise<void>;
  session(id: string): Promise<Session | undefined>;
  /** One member's sessions, the latest first. */
  sessionsOf(staff: string): Promise<readonly Session[]>;
  touchSession(id: string, at: Date): Promise<void>;
  endSession(id: string): Promise<void>;
  addToken(token: ApiToken): Promise<void>;
  tokens(): Promise<readonly ApiToken[]>;
  endToken(hash: string): Promise<void>;
  token(hash: string): Promise<{ readonly name: string; readonly role: Role } | undefined>;
}
