import { bilingual } from "./bilingual.ts";

/** What might be set on a ticket, and why. */
export const suggestionTexts = bilingual(
  {
    title: "Öneriler",
    assign: "Ata",
    moreColleagues: (count: number) => `${count} görevli daha`,
    take: "Uygula",
    you: (name: string) => `${name} (siz)`,
    solvedAlike: (count: number) => `bu konu grubunda son 90 günde ${count} bilet çözdü`,
    sameRequester: (count: number) => `bu kişinin ${count} biletiyle ilgilendi`,
    lookalike: (number: string) => `benzer bilet ${number} üzerinde`,
    leastWork: "bu konuda geçmişi olan yok; açık işi en az olan",
    openWork: (count: number) => (count === 0 ? "açık işi yok" : `${count} açık işi var`),
    byWords: (sureness: string) => `konu ve ilk iletinin sözlerinden (eminlik ${sureness})`,
    byTone: "iletideki ivedilik ya da sorun bildiren sözlerden",
  },
  {
    title: "Suggestions",
    assign: "Assign",
    moreColleagues: (count: number) => (count === 1 ? "1 more colleague" : `${count} more colleagues`),
    take: "Apply",
    you: (name: string) => `${name} (you)`,
    solvedAlike: (count: number) =>
      count === 1
        ? "solved 1 ticket of this category in the last 90 days"
        : `solved ${count} tickets of this category in the last 90 days`,
    sameRequester: (count: number) =>
      count === 1 ? "dealt with 1 ticket of this person" : `dealt with ${count} tickets of this person`,
    lookalike: (number: string) => `works on the similar ticket ${number}`,
    leastWork: "nobody has worked on this before; has the least open work",
    openWork: (count: number) => {
      if (count === 0) return "has no open work";
      return count === 1 ? "has 1 open ticket" : `has ${count} open tickets`;
    },
    byWords: (sureness: string) => `from the words of the subject and the first message (${sureness} sure)`,
    byTone: "from words of urgency or trouble in the message",
  },
);
