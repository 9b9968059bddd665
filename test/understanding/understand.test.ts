import { join } from "node:path";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import type { ConversationContext, Understanding } from "../../src/understanding/types.ts";
import { buildUnderstanding } from "../../src/understanding/understand.ts";
import { readQuestions, scoreRow, shares } from "./score-questions.ts";

const knowledge = loadKnowledge("knowledge");
const understander = buildUnderstanding(knowledge);
const TODAY = "2026-01-15";

const ask = (text: string, context: Partial<ConversationContext> = {}): Understanding =>
  understander.understand(text, { today: TODAY, ...context });
const entriesOf = (understanding: Understanding) =>
  understanding.clauses.map(({ outcome, entry }) => `${outcome}:${entry ?? "-"}`);

describe.each([
  ["field", { right: 0.98, wrong: 0.01 }],
  ["hurried", { right: 0.98, wrong: 0.01 }],
  ["fresh", { right: 0.96, wrong: 0.01 }],
  ["station", { right: 0.97, wrong: 0.01 }],
  ["sealed", { right: 0.96, wrong: 0.01 }],
  ["dawn", { right: 0.97, wrong: 0.01 }],
  ["noon", { right: 0.96, wrong: 0.01 }],
  ["dusk", { right: 0.97, wrong: 0.01 }],
  ["eve", { right: 0.97, wrong: 0.01 }],
  ["last", { right: 0.96, wrong: 0.01 }],
  ["spring", { right: 0.96, wrong: 0.01 }],
  ["summer", { right: 0.96, wrong: 0.01 }],
  ["autumn", { right: 0.96, wrong: 0.01 }],
  ["winter", { right: 0.97, wrong: 0.01 }],
  ["frost", { right: 0.97, wrong: 0.01 }],
])("the question set %s", (name, floor) => {
  const scored = readQuestions(join("test/understanding/questions", `${name}.jsonl`)).map((row) =>
    scoreRow(row, understander),
  );
  const of = (kind: string) => shares(scored.filter(({ row }) => row.kind === kind));

  test("is answered rightly as often as before", () => {
    expect(of("in_scope").right).toBeGreaterThanOrEqual(floor.right);
    expect(of("in_scope").withinClick).toBeGreaterThanOrEqual(floor.right);
    expect(of("out_of_scope").right).toBeGreaterThanOrEqual(0.97);
    expect(shares(scored).wrong).toBeLessThanOrEqual(floor.wrong);
  });
});

test.each([
  ["as typed", "Sertifika ücretini kim ödüyor?"],
  ["without Turkish letters", "sertifika ucretini kim oduyor"],
  ["in capitals", "SERTİFİKA ÜCRETİNİ KİM ÖDÜYOR?"],
  ["in English capitals", "SERTIFIKA UCRETINI KIM ODUYOR"],
  ["decomposed", "Sertifika ücretini kim ödüyor?".normalize("NFD")],
  ["with vowels missing", "srtfk ücrtini kim ödyor"],
  ["with letters doubled", "serttifika ücrettini kim ödüyorr"],
  ["stretched", "sertifika ücretiniiii kim ödüyor yaaaa"],
])("one question %s gets one answer", (_how, text) => {
  expect(ask(text).clauses[0]).toMatchObject({ outcome: "answer", entry: "certificate-payer" });
});

test.each([
  ["yetmiş altı yetmiş lirayı kim ödüyor", "certificate-payer"],
  ["altmış beş lira artı KDV nedir", "certificate-fee"],
])("numbers in words are read: %s", (text, entry) => {
  expect(ask(text).clauses[0]?.entry).toBe(entry);
});

test.each([
  ["Vodafone'da aylık ücret ne kadar?", "fee-other-operator"],
  ["Faturasız hatta ne kadar?", "fee-prepaid"],
  ["Başvurum kaç günde çıkar?", "processing-time"],
  ["Mobil imzamı iptal etmek istiyorum", "cancel"],
  ["Turkcell faturasız hatta aylık kaç TL?", "fee-prepaid"],
  ["e-imzamın süresi ne zaman doluyor?", "e-signature-renewal"],
])("a near miss is refused with what is known: %s", (text, entry) => {
  const [clause] = ask(text).clauses;
  expect(clause).toMatchObject({ outcome: "unknown", entry });
  expect(understander.entries.get(entry)?.answer.tr).toMatch(/bilgi notunda yer almıyor.*Bilinen:/su);
});

test.each([
  ["peki süresi?", "Sertifika bedeli ne kadar?", "answer:certificate-validity"],
  ["kim ödüyor?", "Sertifika bedeli ne kadar?", "answer:certificate-payer"],
  ["ya SIM değişirse?", "Hat değişikliğinde imza çalışır mı?", "answer:line-change"],
  ["ya faturasızda?", "Turkcell faturalı hatta aylık ücret ne kadar?", "unknown:fee-prepaid"],
  ["ya Vodafone'da?", "Turkcell'de aylık ücret ne kadar?", "unknown:fee-other-operator"],
  ["telefonu nedir?", "Talepler e-İmza Şefliğine mi gidiyor?", "answer:office-phone"],
  ["vodafone?", "Turkcell'de aylık ücret ne kadar?", "unknown:fee-other-operator"],
  ["parasını kim öder yenisinin", "ya numara taşırsam", "unknown:after-change"],
  ["ücreti?", "sertifika kaç yıl geçerli", "answer:certificate-fee"],
  ["hayır, sertifika ücretini soruyorum", "Mobil imza aylık ücreti ne kadar?", "answer:certificate-fee"],
])("%s follows on %s", (text, lastText, expected) => {
  expect(entriesOf(ask(text, { lastText }))).toEqual([expected]);
});

test.each([
  [
    "Turkcell faturalıda aylık kaç TL, sertifika kaç yıl geçerli?",
    ["answer:monthly-fee", "answer:certificate-validity"],
  ],
  ["Nasıl başvururum ve kaç günde çıkar?", ["answer:apply", "unknown:processing-time"]],
  ["Şefliğin telefonu ve mail adresi lazım", ["answer:office-phone", "answer:question-mail"]],
  ["evrakı nasıl yolluyoruz şefliğin teli ne", ["answer:documents", "answer:office-phone"]],
  [
    "Turkcell faturalı için aylık ödeyeceğim tutar ile üç yıllık sertifikanın bedelini belirtir misiniz",
    ["answer:monthly-fee", "answer:certificate-fee"],
  ],
  [
    "e-imza şefliğinin de çağrı merkezinin de numarası lazım, ikisini yaz",
    ["answer:office-phone", "answer:call-centre"],
  ],
  ["Soru değil de bir istek bildireceksem?", ["answer:wish-module"]],
])("all that is asked is answered in order: %s", (text, expected) => {
  expect(entriesOf(ask(text))).toEqual(expected);
});

test.each([
  [
    "- Başvurular hangi sayfadan yapılacak?\n- Sertifika ücretini personel mi ödeyecek?\n- Evraklar hangi birime gönderilecek?",
    ["answer:request-page", "answer:certificate-payer", "answer:documents"],
  ],
  [
    "1) Sertifika kaç yıl geçerli 2) Başvuru hangi sayfadan yapılıyor 3) Şefliğin telefonu nedir",
    ["answer:certificate-validity", "answer:request-page", "answer:office-phone"],
  ],
  [
    "Sorularım: 1. sertifika ücreti nedir 2. aylık ücret nedir 3. vodafone olur mu",
    ["answer:certificate-fee", "answer:monthly-fee", "unknown:fee-other-operator"],
  ],
  [
    "2 konum var: 1) 5 personel için toplu başvuru nasıl yapılır 2) ücret ne kadar",
    ["unknown:bulk-apply", "clarify:fee-ambiguous"],
  ],
  [
    "Sertifika ücreti ne kadar? Bugün hava nasıl? SIM değişirse ne olur?",
    ["answer:certificate-fee", "unknown:off-topic-daily", "answer:line-change"],
  ],
  ["Merhaba, nasılsınız? Sertifika kaç yıl geçerli?", ["answer:certificate-validity"]],
  ["selam kolay gelsin evrak nereye gidiyor", ["answer:documents"]],
])("no marked question vanishes beside another: %s", (text, expected) => {
  expect(entriesOf(ask(text))).toEqual(expected);
});

test("a question goes on from the matter of one that only went on itself", () => {
  const first = ask("Sertifika bedeli ne kadar?");
  const second = ask("peki süresi?", { lastText: first.topic });
  const third = ask("kim ödüyor?", { lastText: second.topic });
  expect([first, second, third].map(entriesOf)).toEqual([
    ["answer:certificate-fee"],
    ["answer:certificate-validity"],
    ["answer:certificate-payer"],
  ]);
  expect(ask("pasaport harcı ne kadar", { lastText: third.topic }).topic).toBe("pasaport harcı ne kadar");
});

describe("an ambiguous question", () => {
  const { clauses } = ask("Ücret ne kadar?");
  const offered = clauses[0]?.choices ?? [];

  test("offers two or three choices", () => {
    expect(clauses[0]).toMatchObject({ outcome: "clarify", entry: "fee-ambiguous" });
    expect(offered.map((choice) => choice.entry)).toEqual(["monthly-fee", "certificate-fee", "certificate-payer"]);
  });

  test.each([
    ["its text", () => offered[1]?.text ?? ""],
    ["its place", () => "ikincisi"],
    ["its number", () => "2"],
    ["its ordinal", () => "2."],
    ["its place with words that say nothing else", () => "ikinci olan lütfen"],
    ["a typed hint", () => "sertifika ücreti"],
  ])("is settled by %s", (_how, text) => {
    expect(entriesOf(ask(text(), { offered, lastText: "Ücret ne kadar?" }))).toEqual(["answer:certificate-fee"]);
  });
});

test.each([
  ["Merhaba", "greeting"],
  ["teşekkürler, kolay gelsin", "thanks"],
  ["İyi sabahlar, hayırlı mesailer", "greeting"],
  ["Sen robot musun?", "aboutBot"],
  ["başvurum ne durumda", "status"],
  ["talep no 48213 son durum?", "status"],
  ["benim iş n'oldu", "status"],
  ["taleplerim", "status"],
  ["biletlerim neler", "status"],
  ["Başvurularım", "status"],
  ["MI-2026-000123", "status"],
  ["insanla görüşmek istiyorum", "person"],
  ["BANA BİR YETKİLİ BAĞLAYIN", "person"],
  ["destek talebi aç", "openTicket"],
  ["evet", "yes"],
  ["hayır", "no"],
  ["vazgeçtim", "cancel"],
  ["neler yapabilirsin", "help"],
])("%s is no question but %s", (text, intent) => {
  expect(ask(text).intent).toBe(intent);
});

test("an English question is understood in English", () => {
  expect(ask("Who pays for the certificate?")).toMatchObject({
    language: "en",
    clauses: [{ outcome: "answer", entry: "certificate-payer" }],
  });
  expect(ask("ok", { language: "en" }).language).toBe("en");
});

test("what is named in the text is found with its place", () => {
  const text = "MI-2026-000123 için 0532 123 45 67, ad@icisleri.gov.tr, 8 TL";
  const found = ask(text).entities.map(({ kind, value, start, end }) => [kind, value, text.slice(start, end)]);
  expect(found).toEqual([
    ["ticketNumber", "MI-2026-000123", "MI-2026-000123"],
    ["email", "ad@icisleri.gov.tr", "ad@icisleri.gov.tr"],
  ]);
});

test("every turn says why", () => {
  const [clause] = ask("sertfika ucreti").clauses;
  expect(clause?.why.some(({ step, detail }) => step === "candidate" && detail.startsWith("certificate-fee"))).toBe(
    true,
  );
  expect(ask("sertfka kaç yıl").why).toContainEqual({ step: "spelling", detail: "sertfka → sertifika" });
});

test("the same question always gets the same answer, from any instance", () => {
  const other = buildUnderstanding(knowledge);
  expect(other.version).toBe(understander.version);
  for (const text of ["sertifika kaç yıl", "ücret?", "vodafone aylık", "asdf qwer"]) {
    expect(other.understand(text, { today: TODAY })).toEqual(ask(text));
  }
});

test.each(["son başvuru tarihi ne", "iki hattım var", "ilk defa başvuracağım", "bir şey anlamadım"])(
  "what merely holds the name of a place picks no choice: %s",
  (text) => {
    const lastText = "Ücret ne kadar?";
    const offered = ask(lastText).clauses.flatMap(({ choices }) => choices);
    expect(offered.length).toBeGreaterThan(1);
    const picked = ask(text, { offered, lastText }).clauses.filter(({ why }) =>
      why.some(({ step }) => step === "exact"),
    );
    expect(picked).toEqual([]);
  },
);

test.each([
  "",
  " ",
  "????",
  "🙂🙂",
  "\u0000\u200b",
  "a".repeat(100_000),
  "ş̇́".repeat(5000),
  "?".repeat(3000),
  "1 ".repeat(4000),
])("odd input %# is refused quietly", (text) => {
  const { clauses } = ask(text);
  expect(clauses.every(({ outcome }) => outcome === "unknown")).toBe(true);
});

test("an entry past its date is not given, however it is asked for", () => {
  const entries = knowledge.entries.map((entry) =>
    entry.id === "certificate-fee" ? { ...entry, validUntil: "2026-01-01" } : entry,
  );
  const later = buildUnderstanding({ ...knowledge, entries });
  for (const text of ["Sertifika bedeli ne kadar?", "sertifika kaç tl"]) {
    const given = later.understand(text, { today: TODAY }).clauses.map(({ entry }) => entry);
    expect(given).not.toContain("certificate-fee");
  }
  expect(entriesOf(later.understand("Sertifika bedeli ne kadar?", { today: "2025-12-31" }))).toEqual([
    "answer:certificate-fee",
  ]);
});

test("an entry added in the console without signs is found by its questions, and only within its scope", () => {
  const added = {
    id: "helmet",
    kind: "fact" as const,
    title: { tr: "Yangın tatbikatı ne zaman?", en: "When is the fire drill?" },
    category: "general",
    questions: { tr: ["Yangın tatbikatı hangi gün yapılacak?", "Tatbikat ne zaman"], en: ["Date of the fire drill"] },
    answer: { tr: "Cuma günü.", en: "On Friday." },
    source: "Duyuru",
    scope: { asked: ["when" as const, "which" as const] },
    related: [],
    version: 1,
  };
  const wider = buildUnderstanding({ ...knowledge, entries: [...knowledge.entries, added] });
  expect(entriesOf(wider.understand("yangin tatbikati ne zaman yapilacak", { today: TODAY }))).toEqual([
    "answer:helmet",
  ]);
  expect(wider.understand("yangın tatbikatını kim yapıyor", { today: TODAY }).clauses[0]?.outcome).not.toBe("answer");
});

describe("a mail", () => {
  const read = (subject: string, text: string) => understander.understandMail(subject, text, TODAY);

  test.each([
    ["Ek bilgi", "Ek bilgileri gönderiyorum."],
    ["Ek bilgi", "Ek bilgileri ekte gönderiyorum, gereğini rica ederim."],
    ["Ayrıntılı bilgi", "Ayrıntılı bilgiler ektedir."],
    ["Başvuru formu", "Mobil imza başvuru formu ekte sunulmuştur."],
    ["Operatör formları", "Operatör formlarını ilettim."],
  ])("that hands something over and asks nothing gets no answer: %s, %s", (subject, text) => {
    expect(read(subject, text).answer).toBeUndefined();
  });

  test.each([
    "İmza atarken hata veriyor, kartım okunmuyor. Bilgisayarı yeniden başlattım, değişmedi.",
    "Çağrı merkezini aradım ulaşamadım, telefon açılmıyor.",
    "Şefliğinizi arıyorum kimse telefona bakmıyor. Bu durumdan şikayetçiyim.",
    "e-imza@icisleri.gov.tr adresine yazıyoruz, iletilerimiz geri dönüyor. Posta yöneticisi",
    "Kamu SM formunu doldururken hata aldım.",
    "Operatör formunu gönderdim, sistem kabul etmiyor.",
    "Mobil imza başvurusu yaparken mağdur oldum, gereğini rica ederim.",
    "Evrakları PTT ile gönderdik, onay mesajı gelmiyor.",
    "Aylık ücret ödüyorum ama giriş yapamıyorum.",
    "Sertifika ücretini ödedim, reddedildi.",
    "I filled in the Kamu SM form and it gives an error.",
  ])("that tells of a failure and asks nothing gets no answer about the matter it happened in: %s", (text) => {
    for (const closing of ["", "\n\nBilgilerinize.\n\nSaygılarımla\nAyşe Yılmaz"]) {
      expect(read("Mobil imza", `Sayın yetkili,\n\n${text}${closing}`).answer).toBeUndefined();
    }
  });

  test.each([
    ["SIM kartımı değiştirdim, mobil imzam çalışmıyor.", "line-change"],
    ["Sertifikanın kaç yıl geçerli olduğunu bilmiyorum.", "certificate-validity"],
    ["Çağrı merkezinin numarasını bulamadım.", "call-centre"],
    ["Şefliğin telefonuna ulaşamadım, numarası kaç?", "office-phone"],
  ])("that tells of a failure an entry is for, or of not knowing, or asks, is answered: %s", (text, answer) => {
    expect(read("Mobil imza", text).answer).toBe(answer);
  });

  test("is sorted by what it is about", () => {
    expect(read("Hat değişikliği", "SIM kartım değişti, mobil imzam çalışmıyor.")).toMatchObject({
      category: "lineChange",
      priority: "high",
    });
    expect(read("ACİL", "Telefonum çalındı, mobil imzam kullanılabilir mi?")).toMatchObject({
      category: "usage",
      priority: "urgent",
    });
  });

  test("gets an answer for its acknowledgement only when that is sure", () => {
    expect(read("Sertifika", "Mobil imza sertifikası kaç yıl geçerli?").answer).toBe("certificate-validity");
    expect(read("Liste", "Ekte personel listesi yer almaktadır.").answer).toBeUndefined();
  });

  test("is asked what it asks, not what its greeting, its signature and its line breaks say", () => {
    const letter = (question: string) =>
      `Sayın yetkili,\n\nMüdürlüğümüzde görev yapmaktayım, kolay gelsin.\n${question}\n\nGereğini arz ederim.\nSaygılarımla\nAhmet Yılmaz\nŞube Müdürü\n0312 422 00 00`;
    expect(read("Bilgi talebi", letter("Mobil imza sertifikası kaç\nyıl geçerli?")).answer).toBe(
      "certificate-validity",
    );
    expect(read("Bilgi talebi", letter("SIM kartımı değiştirdim. Ne yapmalıyım?")).category).toBe("lineChange");
    expect(read("Bilgi talebi", letter("Personel listemiz ektedir.")).answer).toBeUndefined();
  });

  test("that asks two things gets no answer to one of them", () => {
    const both = "Mobil imza sertifikası kaç yıl geçerli? Aylık ücret ne kadar?";
    expect(read("Sorular", both).answer).toBeUndefined();
  });

  test("gets, for a question inside a letter, chat's answer or none", () => {
    const asked = ["field", "hurried", "fresh"].flatMap((name) =>
      readQuestions(join("test/understanding/questions", `${name}.jsonl`)),
    );
    let same = 0;
    let ofChat = 0;
    for (const { text } of asked) {
      const { clauses } = understander.understand(text, { today: TODAY });
      const [said] = clauses;
      const expected = clauses.length === 1 && said?.outcome === "answer" ? said.entry : undefined;
      const { answer } = read(
        "",
        `Sayın yetkili,\n\n${text}\n\nGereğini arz ederim.\nSaygılarımla\nAyşe Yılmaz\nŞube Müdürü`,
      );
      if (answer !== undefined) expect({ text, answer }).toEqual({ text, answer: expected });
      if (expected) ofChat += 1;
      if (answer) same += 1;
    }
    expect(same / ofChat).toBeGreaterThan(0.8);
  });
});
