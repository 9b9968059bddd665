import { partChecks } from "../src/app-health.ts";
import type { Store } from "../src/core/ports.ts";
import type { MailHealth } from "../src/mail/mail-door.ts";

const nothing = {} as Store;

function told(account: Partial<MailHealth["accounts"][number]>) {
  const accounts = [{ account: "e-imza@kurum.example", role: "watching", mailboxes: [], ...account }] as const;
  return partChecks(nothing, () => ({ demo: false, accounts })).mailbox();
}

test("a refused account is told with what to set right", async () => {
  const { ok, detail } = await told({ paused: "AUTHENTICATIONFAILED" });
  expect(ok).toBe(false);
  expect(detail.tr).toMatch(/kabul etmiyor \(AUTHENTICATIONFAILED\).*IMAP_USER.*yeniden başlatın/);
  expect(detail.en).toMatch(/refuses.*IMAP_USER.*start again/);
});

test("of several mailboxes the one that is not there is named", async () => {
  const mailboxes = [
    { path: "INBOX", lastContact: new Date() },
    { path: "Başvurular", fault: "Command failed" },
  ];
  const { ok, detail } = await told({ mailboxes });
  expect(ok).toBe(false);
  expect(detail.tr).toMatch(/“Başvurular” klasöründen e-posta alınamıyor.*IMAP_MAILBOX/);
});
