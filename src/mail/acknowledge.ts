import { plainText } from "../core/plain-text.ts";
import type { Understander } from "../understanding/types.ts";
import type { AcknowledgementFacts } from "./stages/stage.ts";
import type { MailWording } from "./wording.ts";

/** Words the first answer to a new ticket: its number and what happens next, with the knowledge answer when one is sure. */
export function createAcknowledge(
  wording: MailWording,
  understander: () => Understander,
): (facts: AcknowledgementFacts) => string {
  return ({ number, subject, entry }) => {
    const found = entry ? understander().entries.get(entry) : undefined;
    if (!found) return wording.say("acknowledgement", "tr", { number, subject });
    const { answer, source } = found;
    return wording.say("acknowledgement-with-answer", "tr", { number, subject, answer: plainText(answer.tr), source });
  };
}
