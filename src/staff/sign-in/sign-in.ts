import { AppError } from "../../core/errors.ts";
import type { StaffMember } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import type { StaffAccount } from "../../core/staff-ports.ts";
import { asciiLower } from "../../language/turkish-case.ts";
import { isPassword } from "./password.ts";
import { hashSecret } from "./secrets.ts";
import { type SessionPlace, startSession } from "./sessions.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}

const WINDOW_MS = 15 * 60_000;
/** Tries in the window: of one account from one address; of one account from anywhere; from one address (a whole office may share it). */
const MOST_TRIES = { here: 10, account: 50, address: 200 } as const;

/** Which account an address and a password are of; throws `wrongCredentials` or `tooManyRequests`. */
export async function checkPassword(office: Office, input: Credentials): Promise<StaffAccount> {
  const email = asciiLower(input.email.trim());
  await countTry(office, email, input.address);
  const account = await office.store.staff.byEmail(email);
  const right = await isPassword(input.password, account?.active ? account.passwordHash : undefined);
  const now = office.clock.now();
  if (!right || !account) {
    if (account) {
      await office.store.transact((transaction) =>
        transaction.append({ type: "staff.signInRefused", at: now, actor: { kind: "system" }, subject: account.id }),
      );
    }
    throw new AppError("wrongCredentials", "The address or the password is wrong.");
  }
  return account;
}

/** Starts the session of somebody who has shown who they are; gives the secret for the cookie. */
export async function enter(
  office: Office,
  { id, name }: Pick<StaffMember, "id" | "name">,
  place: SessionPlace = {},
): Promise<string> {
  const secret = await startSession(office, id, place);
  const actor = { kind: "staff", id, name } as const;
  const detail = place.inTeams ? { detail: "Teams" } : {};
  await office.store.transact((transaction) =>
    transaction.append({ type: "staff.signedIn", at: office.clock.now(), actor, subject: id, ...detail }),
  );
  return secret;
}

/** Counts before looking, so that tries sent at the same moment are counted too. Keys are hashed: no address is kept. */
async function countTry({ store }: Office, email: string, address: string): Promise<void> {
  const counted = await Promise.all([
    store.tallies.count(`signIn:here:${hashSecret(`${email} ${address}`)}`, WINDOW_MS),
    store.tallies.count(`signIn:account:${hashSecret(email)}`, WINDOW_MS),
    store.tallies.count(`signIn:address:${hashSecret(address)}`, WINDOW_MS),
  ]);
  const [here, account, fromAddress] = counted;
  if (here > MOST_TRIES.here || account > MOST_TRIES.account || fromAddress > MOST_TRIES.address) {
    throw new AppError("tooManyRequests", "Too many sign-in attempts. Try again in 15 minutes.", {
      retryAfterSeconds: WINDOW_MS / 1000,
    });
  }
}
