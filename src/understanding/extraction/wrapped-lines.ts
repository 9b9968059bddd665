/** A line this long may have been broken by a mail program. */
const WRAPPED = 60;

/** Whether the sentence at the end of a line may go on in the next. */
export function mayGoOn(line: string): boolean {
  return line.length >= WRAPPED && !/[.!?:;]\s*$/.test(line);
}
