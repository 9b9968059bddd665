import * as openId from "openid-client";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { GUID } from "../../core/identity.ts";
import { ROLES, type Role } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import type { StaffAccount } from "../../core/staff-ports.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { noteAccountChange } from "./note-account-change.ts";

/** The organisation's own sign-in: an OpenID provider such as Microsoft Entra ID. */
export interface DirectoryOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** The claim with the person's roles; its values are our role names. `roles` unless told (Entra's app roles). */
  readonly roleClaim?: string;
}

/** What has to be remembered between leaving for the provider and coming back. */
export interface DirectoryTrip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

export interface Directory {
  /** Where to send the browser; what to remember goes into a cookie. Throws `unavailable`. */
  leave(returnTo: string, next: string): Promise<{ readonly url: string; readonly trip: DirectoryTrip }>;
  /** Who came back. Throws `wrongCredentials` when the provider's answer does not hold, `notAllowed` without a role of ours. */
  comeBack(address: URL, trip: DirectoryTrip): Promise<DirectoryPerson>;
}

export interface DirectoryPerson {
  /** Issuer and subject: the one name of a person that nobody else ever gets. A mail address is none. */
  readonly directoryId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The object id of the account, where the provider is Microsoft's: Teams vouches for the same one. */
  readonly teamsId?: string;
}

const tripShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });

/** The way to the provider: authorization code with PKCE (RFC 7636), state and nonce; the ID token's signature is checked. */
export function createDirectory(options: DirectoryOptions): Directory {
  let known: Promise<openId.Configuration> | undefined;
  /** Asked for when first needed: the office starts while the provider is away, and asks again after a failure. */
  const configuration = () => {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw new AppError("unavailable", `The sign-in provider does not answer: ${reasonOf(error)}`);
    });
    return known;
  };
  return {
    async leave(returnTo, next) {
      const config = await configuration();
      const verifier = openId.randomPKCECodeVerifier();
      const trip = { state: openId.randomState(), nonce: openId.randomNonce(), verifier, next };
      const url = openId.buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: "openid profile email",
        code_challenge: await openId.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: trip.state,
        nonce: trip.nonce,
      });
      return { url: url.href, trip };
    },
    async comeBack(address, { state, nonce, verifier }) {
      const config = await configuration();
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await openId.authorizationCodeGrant(config, address, checks).catch((error: unknown) => {
        throw new AppError("wrongCredentials", `The provider's answer does not hold: ${reasonOf(error)}`);
      });
      return personOf(tokens.claims() ?? {}, options.roleClaim ?? "roles");
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: DirectoryOptions): Promise<openId.Configuration> {
  const server = new URL(issuer);
  // Plain http is for a provider on this machine only: tests, a proxy beside us.
  const isLocal = server.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(server.hostname);
  const settings = isLocal ? { execute: [openId.allowInsecureRequests] } : {};
  return openId.discovery(server, clientId, clientSecret, undefined, settings);
}

function personOf(claims: Readonly<Record<string, unknown>>, roleClaim: string): DirectoryPerson {
  const text = (name: string) => (typeof claims[name] === "string" ? (claims[name] as string) : undefined);
  const email = text("email") ?? text("preferred_username");
  if (!email) throw new AppError("wrongCredentials", "The provider names no mail address.");
  const given = [claims[roleClaim]].flat();
  const role = ROLES.findLast((one) => given.includes(one));
  if (!role) {
    throw new AppError("notAllowed", `The claim ${roleClaim} names no role of ours (${ROLES.join(", ")}).`, {
      roleClaim,
    });
  }
  const teamsId = GUID.test(text("tid") ?? "") ? text("oid")?.match(GUID)?.[0] : undefined;
  const directoryId = `${text("iss")} ${text("sub")}`;
  const name = text("name") ?? email;
  return { directoryId, email: asciiLower(email), name, role, ...(teamsId && { teamsId }) };
}

/** The trip as text for a cookie. */
export function packTrip(trip: DirectoryTrip): string {
  return Buffer.from(JSON.stringify(trip)).toString("base64url");
}

/** The trip out of the cookie; throws `notSignedIn` when it is none. */
export function unpackTrip(cookie: string | undefined): DirectoryTrip {
  try {
    return tripShape.parse(JSON.parse(Buffer.from(cookie ?? "", "base64url").toString()));
  } catch {
    throw new AppError("notSignedIn", "Sign in from the beginning.");
  }
}

/**
 * The account of somebody the directory vouches for: made when they come first, its name and role as the directory has them now.
 * Throws `notAllowed` when it was closed, `conflict` when the address belongs to a local account: an address proves nothing.
 */
export async function directoryAccount(
  office: Office,
  person: DirectoryPerson,
): Promise<Pick<StaffAccount, "id" | "name">> {
  const { store, clock } = office;
  const { directoryId, email, name, role } = person;
  const known = await store.staff.byDirectoryId(directoryId);
  if (known) {
    if (!known.active) throw new AppError("notAllowed", "This account was closed.");
    if (known.name !== name || known.role !== role) await store.staff.update(known.id, { name, role });
    await linkTeams(office, known, person);
    return { id: known.id, name };
  }
  const account = { id: store.newId(), email, name, role, active: true, createdAt: clock.now(), directoryId };
  await store.staff.add(account);
  await store.transact((transaction) =>
    transaction.append({
      type: "staff.added",
      at: clock.now(),
      actor: { kind: "system" },
      subject: account.id,
      detail: role,
    }),
  );
  await linkTeams(office, account, person);
  return account;
}

/** The directory's own account is theirs in Teams too, unless they linked it with another account at the desk. */
async function linkTeams(office: Office, account: StaffAccount, { teamsId, name }: DirectoryPerson): Promise<void> {
  const { staff } = office.store;
  if (!teamsId || account.teamsId === teamsId || (await staff.byTeamsId(teamsId))) return;
  await staff.update(account.id, { teamsId, teamsName: name });
  await noteAccountChange(office, { subject: account.id, actor: { kind: "system" }, detail: `Teams: ${name}` });
}

function reasonOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return String(cause?.code ?? code ?? (error instanceof Error ? error.name : "unknown"));
}
