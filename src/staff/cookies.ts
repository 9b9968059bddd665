/** Reads one cookie of a `Cookie` header (RFC 6265 §4.2). */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}

export interface CookieOptions {
  /** Sent over https only. */
  readonly secure: boolean;
  /** Seconds; absent: until the browser closes, 0: at once. */
  readonly maxAge?: number;
  readonly path?: string;
  /**
   * For a page in a frame of another site: sent there too, and kept apart for each site around it (`Partitioned`, CHIPS), so that
   * it is no third-party cookie. What such a cookie stands for must not be done without a proof of the form it came from.
   */
  readonly framed?: boolean;
}

/** A `Set-Cookie` value that scripts cannot read and other sites cannot send along with a form, unless it is for a frame. */
export function setCookie(name: string, value: string, { secure, maxAge, path = "/", framed }: CookieOptions): string {
  return [
    `${name}=${value}`,
    `Path=${path}`,
    "HttpOnly",
    ...(framed ? ["SameSite=None", "Secure", "Partitioned"] : ["SameSite=Lax"]),
    ...(secure && !framed ? ["Secure"] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join("; ");
}
