import { asciiLower } from "../language/turkish-case.ts";

/** Hosts of Microsoft's channels. trafficmanager.net as a whole is anybody's, so that one host stands in full. */
const EXACT_HOSTS: ReadonlySet<string> = new Set(["smba.trafficmanager.net"]);
const HOST_SUFFIXES: readonly string[] = [".botframework.com", ".teams.microsoft.com", ".botframework.azure.us"];
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]", "::1"]);

/** Whether the bot may send to this address: `loopback` for a bot without an app id, which never leaves the machine. */
export type ServiceUrlCheck = (serviceUrl: string) => boolean;

/**
 * The allow-list for where replies go. An activity names its own reply address, so an unknown one is refused.
 * With `loopbackOnly` only this machine; else Microsoft's hosts by https, and `extraHosts` as given.
 */
export function serviceUrlCheck(options: {
  readonly loopbackOnly: boolean;
  readonly extraHosts: readonly string[];
}): ServiceUrlCheck {
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, host } = new URL(serviceUrl);
    if (options.loopbackOnly) return isLoopbackHost(hostname);
    if (options.extraHosts.includes(host)) return true;
    return protocol === "https:" && isChannelHost(asciiLower(hostname));
  };
}

function isChannelHost(hostname: string): boolean {
  return EXACT_HOSTS.has(hostname) || HOST_SUFFIXES.some((suffix) => hostname.endsWith(suffix));
}

/** Whether a host name means this machine. In: "localhost", "127.0.0.1", "[::1]"; without port. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK_HOSTS.has(asciiLower(hostname));
}
