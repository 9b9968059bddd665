/** Somebody with a console open. */
export interface Listener {
  readonly staff: string;
  readonly name: string;
  /** Ticket on the screen, when there is one. */
  readonly ticket?: string;
  send(event: "changed" | "counts" | "viewers", data: unknown): void;
}
