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
    /** The same of request entries. */
    requestCounts: schema({ buckets: {}, folds: Number, countedAt: Date }),
    requestDeltas: schema({ bucket: String, by: Number }),
    /** One document for each Turkish day that is over and each thing that is rolled up. */
    dailyRollups: schema({
      /** How often it was made, or said to be no longer valid. */
      round: Number,
      /** The way of counting; of none it is not valid. */
      made: String,
      figures: Mixed,
    }),
    /** Roll-ups that have to be made anew, by their ids. */
    dayMarks,
    /** One document a setting. */
    settings: schema({ value: Mixed, version: Number }),
    savedViews,
    readyAnswers,
    presence,
  };
}
