import { Schema, type SchemaDefinition } from "mongoose";

const { Mixed } = Schema.Types;

/** What the desk's figures are kept in, so that none of them is counted on a page view; what the office chose, what its members keep at hand and look at. */
export function deskSchemas(schema: (definition: SchemaDefinition) => Schema) {
  const dayMarks = schema({ day: String });
  dayMarks.index({ day: 1 });
  const kept = { name: String, owner: String, shared: Boolean, version: Number };
  const savedViews = schema({ ...kept, filter: Mixed, order: Number });
  const readyAnswers = schema({ ...kept, texts: Mixed });
  for (const shelf of [savedViews, readyAnswers]) {
    shelf.index({ owner: 1 });
    shelf.index({ shared: 1 });
  }
  const presence = schema({ ticket: String, staff: String, name: String, until: Date });
  presence.index({ ticket: 1 });
  presence.index({ until: 1 }, { expireAfterSeconds: 0 });
  return {
    /** One document: tickets by bucket, as last folded. */
    ticketCounts: schema({ buckets: {}, folds: Number, countedAt: Date }),
    /** Changes of the buckets that are not folded yet. */
    ticketDeltas: schema({ bucket: String, by: Number }),
    /** One document a Turkish day that is over. */
    dailyRollups: schema({
      /** How often it was made. */
      round: Number,
      opened: [{ _id: false, channel: String, category: String, count: Number }],
    }),
    /** Days whose roll-up has to be made anew. */
    dayMarks,
    /** One document a setting. */
    settings: schema({ value: Mixed, version: Number }),
    savedViews,
    readyAnswers,
    presence,
  };
}
