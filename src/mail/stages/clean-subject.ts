import { PASS, type Stage } from "./stage.ts";
import { withoutPrefixes } from "./subject-prefixes.ts";

/** "YNT: RE: [MI-2026-000123] Mobil imza" is about "Mobil imza". */
export const cleanSubject: Stage = {
  name: "Konu",
  run({ mail }) {
    const subject = withoutPrefixes(mail.subject);
    return subject === mail.subject ? PASS : { learned: { subject }, note: `Konu: "${subject}".` };
  },
};
