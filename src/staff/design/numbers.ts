import type { Visit } from "../route.ts";

/** Whose language the numbers are written in. */
export type Reader = Pick<Visit, "preferences">;

/** A share (0..1) in whole percent as the reader's language writes it: "%95", "95%". */
export function percent(share: number, { preferences }: Reader): string {
  return new Intl.NumberFormat(preferences.language, { style: "percent" }).format(share);
}

/** A number with at most two decimals as the reader's language writes it: "2,25", "2.25". */
export function decimal(value: number, { preferences }: Reader): string {
  return new Intl.NumberFormat(preferences.language, { maximumFractionDigits: 2 }).format(value);
}

/** A number with what it counts: "2,4 sa", "%97,5"; a percent sign stands where the language wants it. In: percent as 0..100. */
export function amount(value: number, unit: string, { preferences }: Reader): string {
  const isShare = unit === "%";
  const format = new Intl.NumberFormat(preferences.language, {
    maximumFractionDigits: 1,
    ...(isShare && { style: "percent" }),
  });
  return isShare ? format.format(value / 100) : `${format.format(value)}${unit}`;
}

const SIZES = ["B", "KB", "MB", "GB"] as const;

/** A size in bytes as people read it: "1,4 MB". */
export function fileSize(bytes: number, reader: Reader): string {
  const power = Math.min(SIZES.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  return amount(bytes / 1024 ** power, ` ${SIZES[power]}`, reader);
}
