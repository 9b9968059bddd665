/** One page of a list, and where the next one begins. It may have few items or none and yet go on. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
  /** How far the list was looked through, where that was given up before the page was full. */
  readonly reached?: Date;
  /** How many of the items, the first ones, are of who has the name that was searched for; the others come after them. */
  readonly ofNamed?: number;
}

export interface PageRequest {
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string;
}
