const WIDTH = 30;
const REDRAW_MS = 100;

/** A bar on a terminal, nothing elsewhere. The result is called with what is done and what there is in all. */
export function progressBar(stream: NodeJS.WriteStream): (done: number, total: number) => void {
  if (!stream.isTTY) return () => undefined;
  const begun = Date.now();
  let drawn = 0;
  return (done, total) => {
    const now = Date.now();
    if (now - drawn < REDRAW_MS && done < total) return;
    drawn = now;
    const filled = Math.round((WIDTH * done) / Math.max(1, total));
    const left = Math.round((((now - begun) / done) * (total - done)) / 1000);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    stream.write(`\r${bar} ${done}/${total}  ~${left} s ${done === total ? "\n" : ""}`);
  };
}
