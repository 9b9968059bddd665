/** "Re: ", "YNT: ", "Cvp: Re: ": what mail programs put before the subject of what is answered. */
export const REPLY_MARKS = /^\s*(?:(?:re|ynt|yan[ıi]t|cvp|cevap|aw)\s*:\s*)+/iu;
