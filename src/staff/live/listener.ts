/** Somebody with a console open. */
export interface Listener {
  readonly staff: string;
  readonly name: string;
  /** Ticket on the screen, when there is one. */
  readonly ticket?: string;
  /** Id of the last event this console knows: its page was made with it, or it was told of it before its stream broke off. */
  readonly since?: string;
  /** `id` is that of the event in question; what was sent last is where a console that was away begins again. */
  send(event: "here" | "changed" | "counts" | "viewers", data: unknown, id?: string): void;
}
