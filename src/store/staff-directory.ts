import type { Role, StaffMember } from "../core/person.ts";
import type { Session, StaffAccount, StaffDirectory } from "../core/ports.ts";
import { fromStored, orConflict, toStored } from "./documents.ts";
import type { Models } from "./models.ts";

export function createStaffDirectory({ staff, sessions, tokens }: Models): StaffDirectory {
  const account = async (filter: Record<string, unknown>) => {
    const row = await staff.findOne(filter).lean();
    return row ? fromStored<StaffAccount>(row) : undefined;
  };
  return {
    count: () => staff.countDocuments({}),
    byId: (id) => account({ _id: id }),
    byEmail: (email) => account({ email }),
    async list() {
      const rows = await staff.find({}, { passwordHash: 0 }).sort({ name: 1 }).lean();
      return rows.map((row) => fromStored<StaffMember>(row));
    },
    async add(member) {
      await orConflict(staff.insertMany([toStored(member)]), "A staff account with this address");
    },
    async update(id, change) {
      await staff.updateOne({ _id: id }, { $set: { ...change } });
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
    async token(hash) {
      const row = await tokens.findOne({ _id: hash }).lean();
      return row ? { name: row.name as string, role: row.role as Role } : undefined;
    },
  };
}
