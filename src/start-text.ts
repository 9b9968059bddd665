import type { Config } from "./config.ts";

export interface StartFacts {
  readonly config: Config;
  /** On the very first start only. */
  readonly account: { readonly email: string; readonly password: string } | undefined;
  readonly demo:
    | { readonly address: string; readonly smtp: { readonly host: string; readonly port: number } }
    | undefined;
  readonly seconds: number;
}

/** What a person needs after the start: where to click, how to sign in, how to send a mail. */
export function startText({ config, account, demo, seconds }: StartFacts): string {
  const base = (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, "");
  const lines = [
    "",
    `Hazır / ready (${seconds.toFixed(1)} s)`,
    `  Sohbet / chat            ${base}/`,
    `  Görevli masası / console ${base}/console`,
    `  Bot Framework            ${base}/api/messages${config.MicrosoftAppId ? "" : "  (kimlik yok: yalnız bu makine / no app id: loopback only)"}`,
  ];
  if (account) {
    lines.push(
      "",
      "İlk hesap, parolası yalnız şimdi gösterilir / the first account; its password is shown only now:",
      `  ${account.email}`,
      `  ${account.password}`,
    );
  }
  if (demo) {
    lines.push(
      "",
      `Deneme posta kutusu / demo mailbox: ${demo.address}`,
      `  SMTP ${demo.smtp.host}:${demo.smtp.port}`,
      '  npm run cli -- demo mail --subject "Mobil imza ücreti" --text "Ücret ne kadar?"',
      "  Gerçek kutu için / for a real mailbox: IMAP_HOST … (.env.example)",
    );
  }
  if (!config.SMTP_URL) {
    lines.push(
      "",
      "Giden posta yok, yanıtlar giden kutusunda bekler / no outgoing mail, answers wait in the outbox: SMTP_URL",
    );
  }
  lines.push("", "Durdurmak için Ctrl-C / Ctrl-C stops everything.", "");
  return lines.join("\n");
}
