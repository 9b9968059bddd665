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
}

/** A `Set-Cookie` value that scripts cannot read and other sites cannot send along with a form. */
export function setCookie(name: string, value: string, { secure, maxAge, path = "/" }: CookieOptions): string {
  return [
    `${name}=${value}`,
    `Path=${path}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join("; ");
}
