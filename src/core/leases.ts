/** A named right held by one process at a time. The token grows with every change of holder (fencing). */
export interface Lease {
  readonly name: string;
  readonly owner: string;
  readonly token: number;
}

export interface Leases {
  acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined>;
  /** False when the lease was lost to somebody else. */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
}
