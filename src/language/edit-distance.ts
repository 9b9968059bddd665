/**
 * Damerau–Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours).
 * In: two folded words and the largest distance of interest. Out: the distance, or `most + 1` when it is larger.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(cell(a, b, row, column, current, last, beforeLast));
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

function cell(
  a: string,
  b: string,
  row: number,
  column: number,
  current: readonly number[],
  last: readonly number[],
  beforeLast: readonly number[],
): number {
  const cost = a[row - 1] === b[column - 1] ? 0 : 1;
  const at = (list: readonly number[], index: number): number => list[index] ?? Number.POSITIVE_INFINITY;
  const best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost);
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(best, at(beforeLast, column - 2) + 1) : best;
}
