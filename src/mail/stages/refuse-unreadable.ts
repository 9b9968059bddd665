import { PASS, type Stage } from "./stage.ts";

/** A mail that could not be read is set aside for people, never taken for an empty one. */
export const refuseUnreadable: Stage = {
  name: "Okuma",
  run({ mail }) {
    if (mail.unreadable) return { decision: { action: "end", kind: "quarantined", reason: mail.unreadable } };
    return mail.remarks.length > 0 ? { note: mail.remarks.join(" ") } : PASS;
  },
};
