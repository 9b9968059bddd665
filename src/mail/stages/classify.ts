import { turkishDay } from "../../core/turkish-time.ts";
import { breathe } from "../breathe.ts";
import type { Stage } from "./stage.ts";

/** As the console's reader sees them. */
const PRIORITIES = { low: "düşük", normal: "olağan", high: "yüksek", urgent: "acil" } as const;
/** Letters of the text that are looked at; what a mail is about stands at its beginning. */
const LOOKED_AT = 2_000;

/** What the mail is about, how urgent it is, and whether the knowledge base answers it for sure. */
export const classify: Stage = {
  name: "Sınıflandırma",
  async run({ subject, text }, { office, understander, categoryTitle }) {
    await breathe();
    const today = turkishDay(office.clock.now());
    const understanding = understander().understandMail(subject, text.slice(0, LOOKED_AT), today);
    const { category, priority, answer } = understanding;
    const sure = answer ? `, kesin yanıt: ${understander().entries.get(answer)?.title.tr ?? answer}` : "";
    return {
      learned: { understanding },
      note: `Kategori: ${categoryTitle(category)}, öncelik: ${PRIORITIES[priority]}${sure}.`,
    };
  },
};
