/** Somebody with a console open. */
export interface Listener {
  readonly staff: string;
  readonly name: string;
  /** Ticket on the screen, when there is one. */
  readonly ticket?: string;
  /** Id of the last event this console was told of, when it was away since: its window was not in front, or the server was not there. */
  readonly since?: string;
  /** `id` is that of the event in question; what was sent last is where a console that was away begins again. */
  send(event: "here" | "changed" | "counts" | "viewers", data: unknown, id?: string): void;
}
