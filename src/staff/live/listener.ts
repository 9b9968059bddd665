/** Somebody with a console open. */
export interface Listener {
  readonly staff: string;
  readonly name: string;
  /** Ticket on the screen, when there is one. */
  readonly ticket?: string;
  /** The last event of that ticket which the page knew when it was made; what came after it is told once the listener has joined. */
  readonly seen?: string;
  send(event: "changed" | "counts" | "viewers", data: unknown): void;
}
