import { ImapFlow, type ImapFlowOptions } from "imapflow";
import type { SeenMail } from "../core/mail-ports.ts";
import type { FetchLimits, MailAccount, MailTimings } from "./account.ts";
import { MailboxFault, mailboxFault } from "./mailbox-fault.ts";

/** One open mailbox on one connection. When the connection is gone it is gone: a new one is made, this is never reused. */
export interface MailboxConnection {
  readonly uidValidity: string;
  readonly uidNext: number;
  /** UIDs in the mailbox, ascending: all of them, those since a day, or those of a range. Throws rather than guess. */
  search(wanted: UidSearch): Promise<readonly number[]>;
  /** Size and date of mails, without their content. Mails gone meanwhile are left out. */
  describe(uids: readonly number[]): Promise<readonly Pick<SeenMail, "uid" | "size" | "internalDate">[]>;
  /** The raw bytes of mails by UID, or only their first `beginning` bytes. Mails the server did not hand over are left out. */
  fetch(uids: readonly number[], beginning?: number): Promise<ReadonlyMap<number, Buffer>>;
  /** Throws when the path leads to another mailbox now: this one was deleted and made again while we looked at it. */
  confirm(): Promise<void>;
  /** Says goodbye if the server listens, and closes in any case. */
  close(): Promise<void>;
}

export type UidSearch = { readonly from?: number; readonly sinceDay?: Date } | { readonly among: readonly number[] };

export interface ConnectionEvents {
  /** Something may have arrived. A hint, nothing more: servers send one for many mails, or one for each. */
  readonly onArrival: () => void;
  /** The connection ended, for whatever reason. Called once. */
  readonly onClose: () => void;
}

/** How long a goodbye may take before the line is cut. */
const GOODBYE_MS = 2_000;
const LOCAL = new Set(["127.0.0.1", "::1", "localhost"]);

/**
 * Connects, signs in and opens one mailbox **read-only** (EXAMINE): the server itself then refuses whatever would change
 * a flag or remove a mail. Throws a MailboxFault.
 */
export async function openMailbox(
  account: MailAccount,
  path: string,
  settings: { readonly timings: MailTimings; readonly limits: FetchLimits },
  events: ConnectionEvents,
): Promise<MailboxConnection> {
  const client = new ImapFlow(await clientOptions(account, settings));
  let lastError: unknown;
  // Before connect(): an "error" nobody listens to would end the process, and it may come at any later time too.
  client.on("error", (error) => {
    lastError = error;
  });
  client.on("exists", events.onArrival);
  client.once("close", events.onClose);
  try {
    await client.connect();
    const { uidValidity, uidNext } = await client.mailboxOpen(path, { readOnly: true });
    return connectionOf(client, path, {
      uidValidity: String(uidValidity),
      uidNext: uidNext || (await nextUid(client)),
    });
  } catch (error) {
    client.close();
    const fault = mailboxFault(error ?? lastError);
    if (fault.kind === "credentials" && account.auth.kind === "oauth2") account.auth.tokens.forget();
    throw fault;
  }
}

/** For servers that leave UIDNEXT out of their answer to EXAMINE, as they may (RFC 3501 §6.3.1). */
async function nextUid(client: ImapFlow): Promise<number> {
  const uids = await client.search({ uid: "*" }, { uid: true });
  if (!Array.isArray(uids)) throw new MailboxFault("outage", "The server did not answer a search.");
  return Math.max(0, ...uids) + 1;
}

async function clientOptions(
  account: MailAccount,
  { timings, limits }: { readonly timings: MailTimings; readonly limits: FetchLimits },
): Promise<ImapFlowOptions> {
  const { host, port, secure, user, auth, ca } = account;
  const largest = Math.max(limits.mailBytes, limits.beginningBytes) * 2;
  return {
    host,
    port,
    secure,
    // Opportunistic STARTTLS can be stripped by whoever sits on the line.
    ...(!secure && !LOCAL.has(host) && { doSTARTTLS: true }),
    ...(!secure && LOCAL.has(host) && { doSTARTTLS: false }),
    ...(ca && { tls: { ca } }),
    auth: auth.kind === "oauth2" ? { user, accessToken: await auth.tokens.token() } : { user, pass: auth.password },
    logger: false,
    // The default of 15 s leaves the client deaf that long after each command.
    autoIdleDelay: 100,
    connectionTimeout: timings.connect,
    greetingTimeout: timings.greeting,
    socketTimeout: timings.socket,
    // Without it a server's "still here" hides a dead line for ever.
    maxIdleTime: timings.idle,
    // Twice the limit, because servers' sizes may be wrong; beyond that the line is cut instead of the memory filled.
    maxLiteralSize: largest,
    maxResponseSize: largest * 1.25,
    qresync: false,
  };
}

function connectionOf(
  client: ImapFlow,
  path: string,
  epoch: Pick<MailboxConnection, "uidValidity" | "uidNext">,
): MailboxConnection {
  async function search(wanted: UidSearch): Promise<readonly number[]> {
    const found = await client.search(searchQuery(wanted), { uid: true });
    if (!Array.isArray(found)) throw new MailboxFault("outage", "The server did not answer a search.");
    // "N:*" also gives the last mail when its UID is below N (RFC 9051 §9, seq-range).
    const from = "from" in wanted ? (wanted.from ?? 1) : 1;
    return found.filter((uid) => uid >= from).sort((one, other) => one - other);
  }

  return {
    ...epoch,
    search,
    async describe(uids) {
      const found = await client.fetchAll(uidSet(uids), { uid: true, size: true, internalDate: true }, { uid: true });
      return found.map(({ uid, size = 0, internalDate }) => ({ uid, size, internalDate: validDate(internalDate) }));
    },
    async fetch(uids, beginning) {
      const source = beginning === undefined ? true : { start: 0, maxLength: beginning };
      const found = await client.fetchAll(uidSet(uids), { uid: true, source }, { uid: true });
      // A mail that was removed meanwhile comes without its source.
      return new Map(found.flatMap(({ uid, source: raw }) => (raw ? [[uid, raw] as const] : [])));
    },
    async confirm() {
      // Opened again, not asked for its STATUS: Dovecot answers that from the mailbox it still holds open.
      const { uidValidity } = await client.mailboxOpen(path, { readOnly: true });
      if (String(uidValidity) !== epoch.uidValidity) throw new MailboxFault("outage", "The mailbox was made anew.");
    },
    async close() {
      const goodbye = client.logout().catch(() => undefined);
      await Promise.race([goodbye, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
      client.close();
    },
  };
}

/** A server that does not say when a mail came, or not in a way to be understood, is no reason to lose it. */
function validDate(said: Date | string | undefined): Date {
  const date = new Date(said ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}

function searchQuery(wanted: UidSearch) {
  if ("among" in wanted) return { uid: uidSet(wanted.among) };
  const { from, sinceDay } = wanted;
  if (from !== undefined) return { uid: `${from}:*` };
  return sinceDay ? { since: sinceDay } : { all: true };
}

/** "1:5,9" for 1,2,3,4,5,9: short enough for servers that limit a command's length. In: ascending UIDs. */
export function uidSet(uids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const uid of uids) {
    const last = ranges.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(",");
}
