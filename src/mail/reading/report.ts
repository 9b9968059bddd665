import { asciiLower } from "../../language/turkish-case.ts";
import { decodeText } from "./charset.ts";
import type { HeaderLine, MachineReport } from "./mail-in-hand.ts";
import { bytesOf } from "./open-mail.ts";
import type { Part } from "./part-tree.ts";
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
export function readReport(content: Part): MachineReport | undefined {
  const part = findPart(content, (candidate) => KINDS[candidate.type] !== undefined);
  const kind = part && KINDS[part.type];
  return part && kind ? { kind, fields: readFields(part) } : undefined;
}

function readFields(part: Part): HeaderLine[] {
  const text = plainText(decodeText(bytesOf(part).subarray(0, 256 * 1024), "utf-8").text).replace(/\n[ \t]+/g, " ");
  return text
    .split("\n")
    .flatMap((line) => {
      const [, name, value] = /^([A-Za-z][A-Za-z0-9-]{1,60})\s*:\s*(.*)$/.exec(line) ?? [];
      return name && value !== undefined ? [{ name: asciiLower(name), value: value.trim().slice(0, 1000) }] : [];
    })
    .slice(0, MOST_FIELDS);
}

/** The first part, in reading order, for which `is` holds. */
export function findPart(part: Part, is: (part: Part) => boolean): Part | undefined {
  if (is(part)) return part;
  for (const child of part.children) {
    const found = findPart(child, is);
    if (found) return found;
  }
  return undefined;
}
