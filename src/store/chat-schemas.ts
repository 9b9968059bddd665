import type { Schema, SchemaDefinition } from "mongoose";

/** What the bot keeps of its conversations, and who of those it knows is one person. */
export function chatSchemas(schema: (definition: SchemaDefinition) => Schema) {
  const conversations = schema({
    json: String,
    aadObjectId: String,
    name: String,
    /** Mail address, as the channel vouches for it. */
    address: String,
    /** Whether one person is alone with the bot there. */
    alone: Boolean,
    unreachable: String,
    updatedAt: Date,
  });
  conversations.index({ aadObjectId: 1 });
  conversations.index({ address: 1 }, { sparse: true });
  /** Which identities staff linked: one document each, named by it. */
  const identities = schema({ person: String, name: String, linkedAt: Date });
  identities.index({ person: 1 });
  return {
    /** State travels as JSON text, for dialogs put dots and dollars into their keys; it holds what people wrote, so it is sealed. */
    chatStates: schema({ sealed: Buffer, version: Number, writers: [String], updatedAt: Date }),
    conversations,
    identities,
  };
}
