import { PASS, type Stage } from "./stage.ts";
import { withoutPrefixes } from "./subject-prefixes.ts";

/** "YNT: RE: [MI-2026-000123] Mobil imza" is about "Mobil imza". */
export const cleanSubject: Stage = {
  name: "Konu",
  run({ subject: said }) {
    const subject = withoutPrefixes(said);
    return subject === said
      ? PASS
      : { learned: { subject }, note: subject ? `"${subject}".` : "Ön ek ve kayıt numarasından başka bir şey yok." };
  },
};
