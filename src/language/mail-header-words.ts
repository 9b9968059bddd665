/**
 * Names of header lines that mail programs write above a mail they quote or forward, folded, as alternatives of a pattern. Those of
 * German and French programs stand apart: "de" and "a" say something only in a block of several such lines.
 */
export const MAIL_HEADER_WORDS = {
  from: "kimden|gonderen|from",
  subject: "konu|subject",
  others:
    "kime|alici|bilgi|gizli|tarih|gonderildi|gonderilme(?: tarihi)?|gonderme tarihi|gonderilen|onem|to|cc|bcc|date|sent|reply-to|importance",
  fromAbroad: "von|de",
  othersAbroad: "an|betreff|gesendet|datum|a|objet|envoye",
} as const;
