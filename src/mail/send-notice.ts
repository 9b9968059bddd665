import { createHash } from "node:crypto";
import type { DeliveryResult } from "../core/outbox.ts";
import type { Office } from "../core/ports.ts";
import { asciiLower } from "../language/turkish-case.ts";
import type { Mailer } from "./smtp-mailer.ts";

/** A mail to one of the staff; `key` makes its Message-ID, so that a second copy is known as one. */
export interface StaffNotice {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly key: string;
}

export interface NoticeOptions {
  readonly office: Pick<Office, "clock" | "ownAddresses">;
  /** Absent when no way out is set up. */
  readonly mailer: Mailer | undefined;
  readonly officeName: string;
  readonly from: string;
}

/** RFC 3834 §5: made by a machine and no answer to anything; Exchange's own word beside it. */
const MACHINE_HEADERS = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" } as const;

/** Sends a notice as plain text; held when no SMTP is set up, failed when it would come back to ourselves. */
export async function sendNotice(options: NoticeOptions, notice: StaffNotice): Promise<DeliveryResult> {
  const { office, mailer, from } = options;
  if (!mailer) return { kind: "held", reason: "Gönderilmedi: SMTP ayarlı değil." };
  if (office.ownAddresses.some((own) => asciiLower(own) === asciiLower(notice.to))) {
    return { kind: "failed", reason: "Alıcı yok: yalnızca kendi adresimize giderdi." };
  }
  const id = createHash("sha256").update(notice.key).digest("hex").slice(0, 32);
  const result = await mailer.send({
    from: { name: options.officeName, address: from },
    to: [notice.to],
    subject: notice.subject.replace(/\s+/g, " ").trim(),
    messageId: `<notice.${id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
    date: office.clock.now(),
    headers: MACHINE_HEADERS,
    text: notice.text,
  });
  if (result.kind === "sent" || result.kind === "interrupted") return result;
  return { kind: result.kind === "later" ? "retry" : "failed", reason: result.reason };
}
