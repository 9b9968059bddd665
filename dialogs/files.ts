import { formsOf } from "../src/language/tokens.ts";
import { addToReply, type Turn } from "./turn.ts";

/** "Ektedir", "ekteki form", "ilişiktedir", "attached": said of a file that came along. Folded. */
const ENCLOSED =
  /^(?:ekte|ekteki\w*|ektedir\w*|ekli|eklidir|ekidir|ekleridir|ilisikte\w*|ilisik|attached|enclosed|attachment\w*|attaching)$/;
/** "E-postayla gelen ekli form": of a file elsewhere. */
const ELSEWHERE = /^(?:mail\w*|posta\w*|eposta\w*|gelen|geldi|gelmis|yazinin)$/;

/** Tells, once a turn, what is to be said of files. */
export function tellOfFiles(turn: Turn): void {
  const remark = remarkOnFiles(turn);
  if (remark && !turn.replies[0]?.text.includes(remark)) addToReply(turn, remark);
}

/**
 * That the files which came are not taken here, or that none came although the message speaks of one. With the ticket the turn opened
 * or added to, which the mail is to name.
 */
function remarkOnFiles(turn: Turn): string | undefined {
  const { texts, contact, hasAttachment, text } = turn;
  const number = turn.replies[0]?.text.match(/MI-20\d\d-\d{6}/)?.[0];
  if (hasAttachment) return texts.attachmentNotTaken(contact, number);
  return speaksOfEnclosed(text) ? texts.nothingEnclosed(contact, number) : undefined;
}

function speaksOfEnclosed(text: string): boolean {
  const forms = formsOf(text);
  return forms.some((form, at) => ENCLOSED.test(form) && !ELSEWHERE.test(forms[at - 1] ?? ""));
}
