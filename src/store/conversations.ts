import type { Conversations, PersonalConversation } from "../core/chat-ports.ts";
import { fromStored } from "./documents.ts";
import type { Models } from "./models.ts";

/** How to reach the conversations the bot has been in. */
export function createConversations({ conversations }: Models): Conversations {
  return {
    async remember(id, reference, { aadObjectId, name, alone }) {
      const json = JSON.stringify(reference);
      const person = {
        ...(aadObjectId && { aadObjectId }),
        ...(name && { name }),
        ...(alone !== undefined && { alone }),
      };
      const known = { json, updatedAt: new Date(), ...person };
      const change = { $set: known, $unset: { unreachable: 1 } };
      // The driver itself: with casting it would be the dearest step of a turn.
      await conversations.collection.updateOne({ _id: id } as object, change as object, { upsert: true });
    },
    async reference(id) {
      const row = await conversations.findOne({ _id: id }).lean();
      return row && !row.unreachable ? (JSON.parse(row.json as string) as unknown) : undefined;
    },
    async isPersonal(id) {
      const row = await conversations.findOne({ _id: id }, { alone: 1, unreachable: 1 }).lean();
      return row?.alone === true && !row.unreachable;
    },
    async ofAccount(aadObjectId) {
      const rows = await conversations.find({ aadObjectId }, { json: 0 }).lean();
      const own = rows.filter(({ alone, unreachable }) => alone === true && !unreachable);
      const latest = own.sort((a, b) => Number(b.updatedAt) - Number(a.updatedAt))[0];
      return latest && fromStored<PersonalConversation>(latest);
    },
    async keepAddress(id, { address, name }) {
      await conversations.updateOne({ _id: id }, { $set: { address, ...(name && { name }) } });
    },
    async accountsWith(address) {
      const rows = await conversations.find({ address }, { aadObjectId: 1, name: 1 }).lean();
      const found = rows.flatMap(({ aadObjectId: id, name }) =>
        typeof id === "string" ? [{ id, ...(typeof name === "string" && { name }) }] : [],
      );
      return [...new Map(found.map((account) => [account.id, account])).values()];
    },
    async markUnreachable(id, reason) {
      await conversations.updateOne({ _id: id }, { $set: { unreachable: reason } });
    },
  };
}
