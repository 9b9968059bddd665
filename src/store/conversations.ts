import type { Conversations } from "../core/chat-ports.ts";
import type { Models } from "./models.ts";

/** How to reach the conversations the bot has been in. */
export function createConversations({ conversations }: Models): Conversations {
  return {
    async remember(id, reference, { aadObjectId, name }) {
      const json = JSON.stringify(reference);
      const known = { json, updatedAt: new Date(), ...(aadObjectId && { aadObjectId }), ...(name && { name }) };
      await conversations.updateOne({ _id: id }, { $set: known, $unset: { unreachable: 1 } }, { upsert: true });
    },
    async reference(id) {
      const row = await conversations.findOne({ _id: id }).lean();
      return row && !row.unreachable ? (JSON.parse(row.json as string) as unknown) : undefined;
    },
    async markUnreachable(id, reason) {
      await conversations.updateOne({ _id: id }, { $set: { unreachable: reason } });
    },
  };
}
