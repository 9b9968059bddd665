import type { SignatureNote } from "../reading/mail-in-hand.ts";
import { PASS, type Stage } from "./stage.ts";

const FORMS: Readonly<Record<SignatureNote["form"], string>> = {
  opaque: "İmzalı; içerik imzanın içinden alındı",
  detached: "İmzalı",
  encrypted: "Şifreli; burada açılamaz, gönderenden şifresiz hâli istenmeli",
};

/** A signature is a remark beside the mail, checked or not: it never decides whether a mail is read. */
export const noteSignature: Stage = {
  name: "İmza",
  run({ mail: { signature } }) {
    if (!signature) return PASS;
    const names = signature.names.length > 0 ? ` Sertifikalar: ${signature.names.join(", ")}.` : "";
    return { note: `S/MIME: ${FORMS[signature.form]}; imzanın geçerliliği denetlenmedi.${names}` };
  },
};
