import { Schema, type SchemaDefinition } from "mongoose";

const { Mixed } = Schema.Types;

/** The collections of the knowledge desk, made by the one schema maker of the models. */
export function knowledgeSchemas(schema: (definition: SchemaDefinition) => Schema) {
  const knowledgeEntries = schema({
    published: Mixed,
    draft: Mixed,
    draftBy: String,
    draftAt: Date,
    version: Number,
    history: [Mixed],
    withdrawn: Boolean,
    file: String,
    baseline: String,
    isStaffs: Boolean,
  });
  const confirmedQuestions = schema({ text: String, entry: String, by: String, at: Date });
  const dismissedQuestions = schema({ text: String, by: String, at: Date });
  dismissedQuestions.index({ at: 1 });
  return { knowledgeEntries, confirmedQuestions, dismissedQuestions };
}
