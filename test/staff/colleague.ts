import { randomBytes } from "node:crypto";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "../../src/core/person.ts";
import { addStaff } from "../../src/staff/sign-in/accounts.ts";
import { signInBy, type withBrowser } from "./browser.ts";
import { type Desk, PASSWORD } from "./desk.ts";

/** A colleague with a new account, signed in in a browser of their own. */
export async function colleagueAt(
  { office, url }: Pick<Desk, "office" | "url">,
  browser: ReturnType<typeof withBrowser>,
  { name, role = "agent" }: { readonly name: string; readonly role?: Role },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const email = `colleague-${randomBytes(4).toString("hex")}@e-imza.example`;
  await addStaff(office, { email, name, role, password: PASSWORD });
  const page = await browser.open(options);
  await signInBy(page, url, email, PASSWORD);
  return page;
}
