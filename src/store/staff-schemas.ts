import { Schema, type SchemaDefinition } from "mongoose";

const { Mixed } = Schema.Types;

/** Who may sign in, and who is signed in. */
export function staffSchemas(schema: (definition: SchemaDefinition) => Schema) {
  const staff = schema({
    email: String,
    name: String,
    role: String,
    passwordHash: String,
    directoryId: String,
    teamsId: String,
    teamsName: String,
    /** Hash of a code that links a Teams account, and how long it is good. */
    teamsCode: String,
    teamsCodeUntil: Date,
    totpSealed: Buffer,
    totpStep: Number,
    recoveryCodes: { type: [String], default: undefined },
    active: Boolean,
    notices: Mixed,
    createdAt: Date,
  });
  staff.index({ email: 1 }, { unique: true });
  staff.index({ directoryId: 1 }, { unique: true, sparse: true });
  staff.index({ teamsId: 1 }, { unique: true, sparse: true });

  const sessions = schema({
    staff: String,
    csrf: String,
    createdAt: Date,
    lastSeenAt: Date,
    expiresAt: Date,
    userAgent: String,
    inTeams: Boolean,
  });
  sessions.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  sessions.index({ staff: 1 });

  const tokens = schema({ name: String, role: String, createdAt: Date });

  return { staff, sessions, tokens };
}
