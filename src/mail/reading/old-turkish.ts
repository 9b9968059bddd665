/** Letters 0x80 to 0xff of the Turkish charsets of DOS (code page 857) and of old Macs, which TextDecoder does not know. */
const DOS =
  "ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\ufffdÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\ufffd×ÚÛÙìÿ¯´\u00ad±\ufffd¾¶§÷¸°¨·¹³²■\u00a0";
const MAC =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸĞğİıŞş‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\ufffdÒÚÛÙ\ufffdˆ˜¯˘˙˚¸˝˛ˇ";

const TABLES: readonly (readonly [label: RegExp, letters: string])[] = [
  [/^(?:(?:cp|ibm|dos|csibm|oem)[-_]?)?0*857$/, DOS],
  [/^(?:x-)?mac-?turkish$/, MAC],
];

/** Text of the bytes, where the label names one of these charsets. */
export function decodeOldTurkish(bytes: Buffer, label: string): string | undefined {
  const letters = TABLES.find(([named]) => named.test(label))?.[1];
  if (!letters) return undefined;
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u00ff]/g, (letter) => letters[letter.charCodeAt(0) - 0x80] ?? letter);
}
