/** Longer ones are no ids: RFC 5322 allows a line of 998 characters. */
const MESSAGE_ID = /<[^<>\s]{1,990}>/g;

/** All Message-IDs in a header, with angle brackets, in order, without doubles; text between them is passed over. */
export function messageIds(value: string): string[] {
  return [...new Set(value.match(MESSAGE_ID) ?? [])];
}
