/** Answers of the knowledge as plain text, for mails and wherever bold is not shown. In: light Markdown. Out: the same without its marks. */
export function plainText(markdown: string): string {
  return markdown.replaceAll("**", "");
}
