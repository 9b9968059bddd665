/**
 * Tallies count in fixed windows of the real clock (a minute, a quarter of an hour): what a test counts must not fall into two of them.
 * While the work lasts, `Date.now()` stands still.
 */
export async function inOneWindow(work: () => Promise<void>): Promise<void> {
  const held = jest.spyOn(Date, "now").mockReturnValue(Date.now());
  try {
    await work();
  } finally {
    held.mockRestore();
  }
}
