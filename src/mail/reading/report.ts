import { asciiLower } from "../../language/turkish-case.ts";
import { decodeText } from "./charset.ts";
import type { HeaderLine, MachineReport } from "./mail-in-hand.ts";
import type { ParsedFile } from "./parse-mime.ts";
import { plainText } from "./tame.ts";

const KINDS: Readonly<Record<string, MachineReport["kind"]>> = {
  "message/delivery-status": "delivery",
  "message/global-delivery-status": "delivery",
  "message/disposition-notification": "disposition",
  "message/global-disposition-notification": "disposition",
  "message/feedback-report": "feedback",
};
const MOST_FIELDS = 200;

/** The machine-readable part of a multipart/report (RFC 6522), wherever it stands. */
export function readReport(files: readonly ParsedFile[]): MachineReport | undefined {
  for (const { type, content } of files) {
    const kind = KINDS[type];
    if (kind && content) return { kind, fields: fieldsOf(content) };
  }
  return undefined;
}

function fieldsOf(content: Buffer): HeaderLine[] {
  const text = plainText(decodeText(content.subarray(0, 256 * 1024)).text).replace(/\n[ \t]+/g, " ");
  return text
    .split("\n")
    .flatMap((line) => {
      const [, name, value] = /^([A-Za-z][A-Za-z0-9-]{1,60})\s*:\s*(.*)$/.exec(line) ?? [];
      return name && value !== undefined ? [{ name: asciiLower(name), value: value.trim().slice(0, 1000) }] : [];
    })
    .slice(0, MOST_FIELDS);
}
