/** Something a member of staff keeps at hand under a name: for themselves, or for everybody. */
export interface ShelfItem {
  readonly id: string;
  readonly name: string;
  /** Staff id of whoever made it. */
  readonly owner: string;
  readonly shared: boolean;
  /** 0 before it was ever kept. */
  readonly version: number;
}
