/** A file's name as a title of what is in it: "turkcell_listesi.xlsx" is "turkcell listesi". */
export function titleOf(fileName: string): string {
  return fileName.replace(/\.\w{2,5}$/, "").replace(/[_+-]+/g, " ");
}
