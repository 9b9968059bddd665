import type { Connection } from "mongoose";
import { queryTerms, searchTerms } from "../../../src/language/search-terms.ts";
import { progressBar } from "../../../src/progress-bar.ts";
import type { Cipher } from "../../../src/store/cipher.ts";
import { newId } from "../../../src/store/ids.ts";
import { createPersonalTerms } from "../../../src/store/personal-terms.ts";
import type { QueryTerms } from "../../../src/store/rarest-first.ts";
import { madeUpPerson } from "../../support/made-up-people.ts";

const SUBJECTS =
  "Sertifika yenileme|Mobil imza başvurusu|PIN kilitlendi|İmza doğrulanamadı|SIM kart değişikliği|Kurum değişikliği bildirimi|E-imza şifresi|Fatura itirazı|Onay mesajı gelmiyor|Çağrı düşüyor".split(
    "|",
  );
const DETAILS =
  "acil hatırlatma ikinci ek belge eksik müdürlük şube yazı ekte liste güncel yanlış işlem bilgi talep".split(" ");
const WORDS =
  "merhaba başvurum hakkında bilgi almak istiyorum hattım değişti operatör kart imzalama sırasında hata alıyorum sayın yetkili gereğini arz ederim teşekkürler sistem ekran kod onay mesaj".split(
    " ",
  );
/** Most tickets are done; what waits for the office is a few hundred and a small share. */
const STATUSES = ["closed", "closed", "closed", "closed", "closed", "closed", "closed", "solved", "solved", "closed"];
const YEARS_MS = 2 * 365 * 24 * 60 * 60_000;
const BATCH = 500;

/** Made-up tickets in the shapes the store writes, with one message each, spread over two years. */
export async function loadTickets(connection: Connection, cipher: Cipher, from: number, to: number): Promise<void> {
  const terms = createPersonalTerms(cipher, searchTerms, queryTerms as QueryTerms);
  const bar = progressBar(process.stdout);
  const now = Date.now();
  for (let first = from; first < to; first += BATCH) {
    const serials = Array.from({ length: Math.min(BATCH, to - first) }, (_, index) => first + index);
    const made = serials.map((serial) => madeUpTicket(serial, now, terms));
    await connection.collection("tickets").insertMany(made.map(({ ticket }) => ticket) as object[]);
    await connection.collection("messages").insertMany(made.map(({ message }) => message) as object[]);
    bar(Math.min(to, first + BATCH) - from, to - from);
  }
}

function madeUpTicket(serial: number, now: number, terms: ReturnType<typeof createPersonalTerms>) {
  const person = madeUpPerson(serial);
  // A fixed scramble: neighbours in time are not neighbours in number.
  const random = (of: number, salt: number) => (Math.imul(serial + salt * 7_919, 2_654_435_761) >>> 8) % of;
  const createdAt = new Date(now - (random(1_000_000, 1) / 1_000_000) * YEARS_MS);
  const updatedAt = new Date(Math.min(now, createdAt.getTime() + random(72, 2) * 3_600_000));
  const subject = `${SUBJECTS[random(SUBJECTS.length, 3)]} ${DETAILS[random(DETAILS.length, 4)]} ${DETAILS[random(DETAILS.length, 5)]}`;
  const text = `${Array.from({ length: 25 }, (_, word) => WORDS[random(WORDS.length, word + 10)]).join(" ")} ${person.spoken} dosya d${serial}x`;
  const waiting = random(200, 6);
  const status =
    waiting === 0 ? "new" : waiting === 1 ? "open" : waiting === 2 ? "pending" : (STATUSES[random(10, 7)] ?? "closed");
  const number = `MI-2026-${String(serial).padStart(6, "0")}`;
  const head = terms.headTermsOf(`${number} ${subject} ${person.name} ${person.email}`);
  return {
    ticket: {
      _id: newId(),
      number,
      subject,
      status,
      priority: "normal",
      category: ["signature", "pin", "application", "other"][random(4, 8)],
      channel: ["mail", "mail", "teams", "web"][random(4, 9)],
      requester: { email: person.email, name: person.name },
      participants: [person.email],
      ...(random(2, 40) === 1 && { assignee: `staff-${random(8, 41)}` }),
      tags: [],
      links: [],
      createdAt,
      updatedAt,
      version: 1,
      searchTerms: [...new Set([...head, ...terms.termsOf(text)])],
    },
    message: {
      _id: newId(),
      ticket: number,
      direction: "inbound",
      channel: "mail",
      from: { kind: "requester", email: person.email },
      to: [],
      text,
      attachments: [],
      createdAt,
    },
  };
}
