import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Ends a story in which something never comes; no claim of how soon a page is there. Milliseconds. */
const PATIENCE_MS = 60_000;

/** Stories need a real browser; where there is none they are skipped with a word. */
export const hasBrowser = existsSync(CHROMIUM);
export const story = hasBrowser ? test : test.skip;
if (!hasBrowser) console.warn(`No browser at ${CHROMIUM} (set CHROMIUM): the stories of the console are skipped.`);

export function withBrowser(): { open(options?: BrowserContextOptions): Promise<Page> } {
  const running: { browser?: Browser } = {};
  beforeAll(async () => {
    if (!hasBrowser) return;
    running.browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A story's page of another site may frame the desk, which runs on this machine.
        "--disable-features=LocalNetworkAccessChecks",
      ],
    });
  });
  afterAll(async () => {
    await running.browser?.close();
  });
  return {
    async open(options = {}) {
      if (!running.browser) throw new Error("The browser starts in beforeAll; use it inside stories.");
      const context = await running.browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: "tr-TR",
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      return page;
    },
  };
}

/**
 * Does what leads to another page, and waits until that page is whole: its words may be seen before its end is read, and before its
 * scripts hear a key. What is read at once, counted, or found missing after such an act needs this.
 */
export async function toNextPage(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), act()]);
}

/** Signs in as a person would. */
export async function signInBy(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/console`);
  await page.getByLabel("E-posta").fill(email);
  await page.getByLabel("Parola", { exact: true }).fill(password);
  await toNextPage(page, () => page.getByRole("button", { name: "Oturum aç" }).click());
  await page.waitForURL(/\/console\/tickets/);
}

/** What axe finds against WCAG 2.2 A and AA and its own best practices: rule, and the first element. */
export async function violations(page: Page): Promise<string[]> {
  // The page's own policy lets no foreign script in; the protocol may.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: rules } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const found = await rules.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
}

/** A picture for whoever wants to look (SHOTS names a folder). */
export async function shot(page: Page, name: string): Promise<void> {
  const { SHOTS } = process.env;
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
