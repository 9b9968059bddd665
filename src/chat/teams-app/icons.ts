import { type Pixel, png } from "./png.ts";

type Point = readonly [x: number, y: number];

/** The drawing stands in a square from 0 to 1: a phone, and a signature on it. */
const PHONE = { left: 0.3, top: 0.14, right: 0.7, bottom: 0.86, radius: 0.08 };
const SIGNATURE: readonly Point[] = [
  [0.375, 0.59],
  [0.42, 0.47],
  [0.465, 0.385],
  [0.49, 0.375],
  [0.492, 0.42],
  [0.465, 0.505],
  [0.45, 0.56],
  [0.465, 0.57],
  [0.5, 0.525],
  [0.525, 0.515],
  [0.53, 0.55],
  [0.55, 0.555],
  [0.625, 0.525],
];
const BAR: readonly Point[] = [
  [0.45, 0.76],
  [0.55, 0.76],
];

const BRAND = [11, 98, 173] as const;
const WHITE = [255, 255, 255] as const;

/** 192 × 192, white on the brand's blue, to the edges as Teams asks. */
export function colorIcon(): Buffer {
  return png(192, (x, y) => mixed(BRAND, WHITE, inked((x + 0.5) / 192, (y + 0.5) / 192, 0.022, 192)));
}

/** 32 × 32, white on nothing. */
export function outlineIcon(): Buffer {
  return png(32, (x, y) => [...WHITE, Math.round(255 * inked((x + 0.5) / 32, (y + 0.5) / 32, 0.03, 32))]);
}

function mixed(under: readonly number[], over: readonly number[], share: number): Pixel {
  const at = (index: number) => Math.round((under[index] ?? 0) * (1 - share) + (over[index] ?? 0) * share);
  return [at(0), at(1), at(2), 255];
}

/** How much of a pixel the drawing covers, 0..1, from its distance to the lines of half width `half`. */
function inked(x: number, y: number, half: number, size: number): number {
  const distance = Math.min(
    Math.abs(toPhone(x, y)) - half,
    toLine(x, y, SIGNATURE) - half * 0.85,
    toLine(x, y, BAR) - half * 0.85,
  );
  return Math.min(1, Math.max(0, 0.5 - distance * size));
}

/** Signed distance to the outline of a rounded rectangle. */
function toPhone(x: number, y: number): number {
  const { left, top, right, bottom, radius } = PHONE;
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function toLine(x: number, y: number, points: readonly Point[]): number {
  return Math.min(...points.slice(1).map((to, index) => toSegment(x, y, points[index] ?? to, to)));
}

function toSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [vx, vy] = [bx - ax, by - ay];
  const share = Math.min(1, Math.max(0, ((x - ax) * vx + (y - ay) * vy) / (vx * vx + vy * vy)));
  return Math.hypot(x - ax - share * vx, y - ay - share * vy);
}
