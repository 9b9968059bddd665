import type { Role, StaffMember } from "../core/person.ts";
import type { ApiToken, Session, StaffAccount, StaffDirectory } from "../core/staff-ports.ts";
import { inTurkishOrder } from "../language/turkish-order.ts";
import type { Cipher } from "./cipher.ts";
import { bytesOf, fromStored, orConflict, toStored } from "./documents.ts";
import type { Models } from "./models.ts";

/** What no list of members carries. */
const SECRETS = {
  passwordHash: 0,
  totpStep: 0,
  recoveryCodes: 0,
  teamsId: 0,
  teamsName: 0,
  teamsCode: 0,
  teamsCodeUntil: 0,
} as const;

/** A few dozen members: put in order here, because the database would put Ç, İ and Ş behind Z. */
function byName<Named extends { readonly name: string }>(members: readonly Named[]): Named[] {
  return [...members].sort((a, b) => inTurkishOrder(a.name, b.name));
}

export function createStaffDirectory({ staff, sessions, tokens }: Models, cipher: Cipher): StaffDirectory {
  const account = async (filter: Record<string, unknown>) => {
    const row = await staff.findOne(filter).lean();
    if (!row) return undefined;
    const { totpSealed, totpStep: _totpStep, teamsCode: _teamsCode, teamsCodeUntil: _until, ...rest } = row;
    const sealed = bytesOf(totpSealed);
    return fromStored<StaffAccount>({ ...rest, ...(sealed && { totpSecret: cipher.open(sealed).toString() }) });
  };
  /** Keyed: a code is short, and who reads the database must not find it by trying. */
  const hashOf = (code: string) => cipher.blindIndex(`teamsCode:${code}`);
  return {
    count: () => staff.countDocuments({}),
    byId: (id) => account({ _id: id }),
    byEmail: (email) => account({ email }),
    byDirectoryId: (directoryId) => account({ directoryId }),
    byTeamsId: (teamsId) => account({ teamsId }),
    async list() {
      const rows = await staff.find({}, { ...SECRETS, totpSealed: 0, directoryId: 0 }).lean();
      return byName(rows.map((row) => fromStored<StaffMember>(row)));
    },
    async entries() {
      const rows = await staff.find({}, SECRETS).lean();
      const entries = rows.map(({ totpSealed, directoryId, ...row }) => {
        const how = { secondStep: bytesOf(totpSealed) !== undefined, directory: typeof directoryId === "string" };
        return { ...fromStored<StaffMember>(row), ...how };
      });
      return byName(entries);
    },
    async add(member) {
      await orConflict(staff.insertMany([toStored(member)]), "A staff account with this address");
    },
    async update(id, change) {
      const { totpSecret, ...plain } = change;
      const sealed = totpSecret === undefined ? undefined : cipher.seal(Buffer.from(totpSecret));
      const fields: Record<string, unknown> = { ...plain, ...("totpSecret" in change && { totpSealed: sealed }) };
      await orConflict(staff.updateOne({ _id: id }, changing(fields)), "An account with this Teams account");
    },
    async takeTotpStep(id, step) {
      const later = { _id: id, totpStep: { $not: { $gte: step } } };
      return (await staff.updateOne(later, { $set: { totpStep: step } })).matchedCount === 1;
    },
    async takeRecoveryCode(id, hash) {
      return (
        (await staff.updateOne({ _id: id, recoveryCodes: hash }, { $pull: { recoveryCodes: hash } })).matchedCount === 1
      );
    },
    async offerTeamsCode(id, code, until) {
      await staff.updateOne({ _id: id }, { $set: { teamsCode: hashOf(code), teamsCodeUntil: until } });
    },
    async takeTeamsCode(code, { id, name }, now) {
      const offered = { teamsCode: hashOf(code), teamsCodeUntil: { $gt: now }, active: true };
      const holder = await staff.findOne(offered, { _id: 1 }).lean();
      if (!holder) return undefined;
      const linked = {
        $set: { teamsId: id, ...(name && { teamsName: name }) },
        $unset: { teamsCode: 1, teamsCodeUntil: 1 },
      };
      const taken = staff.updateOne({ _id: holder._id, ...offered }, linked);
      if ((await orConflict(taken, "An account with this Teams account")).matchedCount === 0) return undefined;
      return account({ _id: holder._id });
    },
    async addSession(session) {
      await sessions.insertMany([toStored(session)]);
    },
    async session(id) {
      const row = await sessions.findOne({ _id: id }).lean();
      return row ? fromStored<Session>(row) : undefined;
    },
    async sessionsOf(member) {
      const rows = await sessions.find({ staff: member }).sort({ createdAt: -1 }).lean();
      return rows.map((row) => fromStored<Session>(row));
    },
    async touchSession(id, at) {
      await sessions.updateOne({ _id: id }, { $set: { lastSeenAt: at } });
    },
    async endSession(id) {
      await sessions.deleteOne({ _id: id });
    },
    async addToken({ hash, ...token }) {
      await orConflict(tokens.insertMany([{ _id: hash, ...token }]), "The token");
    },
    async tokens() {
      const rows = await tokens.find({}).sort({ createdAt: -1 }).lean();
      return rows.map(({ _id, ...row }) => ({ hash: _id, ...row }) as unknown as ApiToken);
    },
    async endToken(hash) {
      await tokens.deleteOne({ _id: hash });
    },
    async token(hash) {
      const row = await tokens.findOne({ _id: hash }).lean();
      return row ? { name: row.name as string, role: row.role as Role } : undefined;
    },
  };
}

/** Sets what has a value and takes away what is named without one. */
function changing(fields: Record<string, unknown>) {
  const gone = Object.keys(fields).filter((name) => fields[name] === undefined);
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
  };
}
