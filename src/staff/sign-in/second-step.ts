import { randomBytes } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { Office } from "../../core/ports.ts";
import type { Session, StaffAccount } from "../../core/staff-ports.ts";
import { hashSecret, newSecret } from "./secrets.ts";
import { totpStep } from "./totp.ts";

/** Between the right password and the right code: five minutes, ten tries. */
const STEP_MS = 5 * 60_000;
const WINDOW_MS = 15 * 60_000;
const MOST_TRIES = 10;
const RECOVERY_CODES = 8;

/** The mark that a password was right and the code is still to come; a session of its own kind that opens no door. */
const PENDING = "secondStep:";

/** Begins the second step; the secret goes into a cookie. */
export async function beginSecondStep({ store, clock }: Office, account: StaffAccount): Promise<string> {
  const now = clock.now();
  const secret = newSecret();
  await store.staff.addSession({
    id: hashSecret(secret),
    staff: PENDING + account.id,
    csrf: newSecret(),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + STEP_MS),
  });
  return secret;
}

/** The account whose second step this is, once its code or one of its recovery codes is right. Throws `wrongCredentials`, `tooManyRequests` or `notSignedIn`. */
export async function finishSecondStep(office: Office, secret: string, code: string): Promise<StaffAccount> {
  const { store } = office;
  const pending = await store.staff.session(hashSecret(secret));
  const account = pending && (await accountOf(office, pending));
  if (!account?.active || !account.totpSecret) throw new AppError("notSignedIn", "Sign in from the beginning.");
  if ((await store.tallies.count(`signIn:code:${account.id}`, WINDOW_MS)) > MOST_TRIES) {
    throw new AppError("tooManyRequests", "Too many codes were tried. Try again in 15 minutes.");
  }
  if (
    !(await takesCode(office, account.id, account.totpSecret, code)) &&
    !(await takesRecoveryCode(office, account.id, code))
  ) {
    throw new AppError("wrongCredentials", "The code is wrong or was used before.");
  }
  await store.staff.endSession(hashSecret(secret));
  return account;
}

/** The account that a second step was begun for, while there is time. */
async function accountOf({ store, clock }: Office, { staff, expiresAt }: Session): Promise<StaffAccount | undefined> {
  if (!staff.startsWith(PENDING) || expiresAt <= clock.now()) return undefined;
  return store.staff.byId(staff.slice(PENDING.length));
}

/** Whether the code is right and comes for the first time. */
async function takesCode({ store, clock }: Office, id: string, secret: string, code: string): Promise<boolean> {
  const step = totpStep(secret, code, clock.now());
  return step !== undefined && store.staff.takeTotpStep(id, step);
}

function takesRecoveryCode({ store }: Office, id: string, code: string): Promise<boolean> {
  return store.staff.takeRecoveryCode(id, hashSecret(code.replace(/[\s-]+/g, "")));
}

/** Turns the second step on once a code proves that the app has the secret; gives recovery codes to be shown once. Throws `wrongCredentials`. */
export async function confirmTotp(
  office: Office,
  staff: string,
  secret: string,
  code: string,
): Promise<readonly string[]> {
  const isSecret = /^[A-Z2-7]{32}$/.test(secret);
  if (!isSecret || !(await takesCode(office, staff, secret, code))) {
    throw new AppError("wrongCredentials", "The code does not fit the secret.");
  }
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomBytes(8).toString("hex"));
  await office.store.staff.update(staff, { totpSecret: secret, recoveryCodes: codes.map(hashSecret) });
  return codes.map((one) => one.replace(/(.{4})(?=.)/g, "$1-"));
}

export async function turnTotpOff(office: Office, staff: string): Promise<void> {
  await office.store.staff.update(staff, { totpSecret: undefined, recoveryCodes: undefined });
}
