import { isLoopbackHost } from "./service-hosts.ts";

/** What the guard looks at in a request. */
export interface GuardedRequest {
  readonly peer: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Any of these says that somebody else speaks through a neighbour on this machine: a proxy, or a page in a browser. */
const SPEAKS_FOR_OTHERS = ["x-forwarded-for", "forwarded", "via", "origin"] as const;
const LOOPBACK_PEER = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

/**
 * Whether a request really comes from this machine. A bot without an app id checks no token and would answer anybody,
 * so it answers only these: peer and Host are loopback (DNS rebinding changes Host's meaning, not its text), and no
 * proxy or page stands behind.
 */
export function isFromThisMachine({ peer, headers }: GuardedRequest): boolean {
  if (!peer || !LOOPBACK_PEER.test(peer)) return false;
  if (SPEAKS_FOR_OTHERS.some((name) => headers[name] !== undefined)) return false;
  const host = headers.host;
  return typeof host === "string" && isLoopbackHost(host.replace(/:\d+$/, ""));
}
