/** One console with a ticket on its screen. */
export interface Viewer {
  /** Of the open page; somebody may have several. */
  readonly id: string;
  readonly ticket: string;
  readonly staff: string;
  readonly name: string;
}

/** Who has which ticket on the screen, in all processes. Forgotten by itself when nobody says it again. */
export interface Presence {
  /** Says that these look now; holds for so long unless it is said again. */
  stay(viewers: readonly Viewer[], ttlMs: number): Promise<void>;
  leave(id: string): Promise<void>;
  /** Who looks at any of these tickets. */
  at(tickets: readonly string[]): Promise<readonly Viewer[]>;
}
