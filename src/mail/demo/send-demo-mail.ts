import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { ENDPOINT_FILE } from "./demo-mailbox.ts";

export interface DemoMail {
  readonly subject: string;
  readonly text: string;
  /** Sender; an invented project lead when absent. */
  readonly from?: string;
  /** Message-ID of the mail this one answers. */
  readonly inReplyTo?: string;
}

const endpoint = z.object({ host: z.string(), port: z.number(), address: z.string() });
const SENDER = "Nermin Aksoy <nermin.aksoy@corum.example>";

/**
 * Sends one mail to the demo mailbox of the product running on the same data folder. Returns the Message-ID.
 * Throws with a sentence for the terminal when no demo mailbox is running.
 */
export async function sendDemoMail(folder: string, mail: DemoMail): Promise<string> {
  const file = join(folder, ENDPOINT_FILE);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (!text)
    throw new Error(
      `Deneme posta kutusu yok: ${file}. Önce "npm start" ile ürünü IMAP_HOST olmadan başlatın. / No demo mailbox: run "npm start" without IMAP_HOST first.`,
    );
  const { host, port, address } = endpoint.parse(JSON.parse(text));
  const transport = createTransport({ host, port, secure: false, ignoreTLS: true, connectionTimeout: 5_000 });
  try {
    const sent = await transport.sendMail({ ...mail, from: mail.from ?? SENDER, to: address });
    return sent.messageId;
  } catch (error) {
    throw new Error(
      `Deneme posta kutusu ${host}:${port} yanıt vermiyor; ürün çalışıyor mu? / The demo mailbox does not answer; is the product running?`,
      { cause: error },
    );
  } finally {
    transport.close();
  }
}
