/** Work that nobody waits for, once at a time: while it runs it is not begun again, and what fails is left to the next time. */
export function unattended(work: () => Promise<unknown>): () => void {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    work()
      .catch(() => undefined)
      .finally(() => {
        isRunning = false;
      });
  };
}
