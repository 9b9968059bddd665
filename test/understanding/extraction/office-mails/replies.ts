import { spelt } from "../../../support/spelling.ts";
import { type ExpectedMail, without } from "../expected-mails.ts";
import { asked, byThemself, mail, own, storyteller } from "./writing.ts";

const story = storyteller(5_400);

/** Questions, thanks, replies that complete an entry, and mails nobody is asked for in. */
export const REPLY_MAILS: readonly ExpectedMail[] = [
  story("how to apply and what it costs", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "Bilgi",
      `Merhaba, mobil imza başvurusu nasıl yapılıyor, ücreti ne kadar? Hangi operatörler destekliyor?\n\n${p!.name}\nMemur\nTel: 0312 397 84 00`,
    ),
    people: [],
  })),
  story("is it valid three years", 1, ([p]) => ({
    mail: byThemself(p!, "sertifika süresi", `iyi günler sertifikanın süresi 3 yıl mı, hat değiştirirsem ne olur?`),
    people: [],
  })),
  story("thanks only", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "YNT: [MI-2026-000123] Mobil imza",
      `Çok teşekkür ederim, sorunum çözüldü.\n\n${p!.name}\nCep: ${p!.spoken}`,
    ),
    people: [],
  })),
  story("an announcement with the office's numbers", 1, () => ({
    mail: mail(
      "Duyuru",
      `Bilgi İşlem Dairesi Başkanlığınca e-İmza Şefliği telefonları (312) 397 84 13 ve Çağrı Merkezi (312) 422 46 33-38 olarak güncellenmiştir. 15.11.2026 tarihinde saat 14.00'te toplantı yapılacaktır.`,
    ),
    people: [],
  })),
  story("a reply with the missing number of one person named", 1, ([p]) => ({
    mail: mail(
      "YNT: [MI-2026-000124] Eksik bilgiler",
      `Merhaba, ${p!.name}'ın doğru T.C. kimlik numarası ${p!.nationalId} olacaktır.`,
    ),
    people: [without(asked(p!, {}), "phone", "kind")].map((person) => ({ ...person, kind: "other" as const })),
  })),
  story("a reply with two missing values of two people, one a line", 2, (people) => ({
    mail: mail("RE: Eksik bilgiler", people.map((p) => `${p.name}: ${p.nationalId}`).join("\n")),
    people: people.map((p) => ({ ...without(asked(p), "phone"), kind: "other" as const })),
  })),
  story("a reply with values alone", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "YNT: [MI-2026-000125] Eksik bilgi",
      `tc ${p!.nationalId}\ntel ${spelt(p!, "0### ### ## ##")}\noperatör turkcell`,
    ),
    people: [{ kind: "newApplication", nationalId: p!.nationalId, phone: p!.phone, operator: "turkcell" }],
  })),
  story("a reply with one bare number", 1, ([p]) => ({
    mail: byThemself(p!, "Re: Eksik bilgi", `${p!.nationalId}`),
    people: [],
    loose: { nationalId: p!.nationalId },
  })),
  story("a reply of an operator only", 1, ([p]) => ({
    mail: byThemself(p!, "YNT: Eksik bilgi", `Merhaba, hattım Vodafone faturalı.\n\nİyi çalışmalar`),
    people: [],
    loose: { operator: "vodafone", lineType: "postpaid" },
  })),
  story("the lead asks whether a letter came", 1, () => ({
    mail: mail(
      "Evrak",
      `Merhaba, 05.10.2026 tarihli ve 86421357 sayılı üst yazımız ekindeki 12 adet mobil imza evrakı tarafınıza ulaştı mı?\n\nSevda Kurtaran\n0505 444 33 22`,
    ),
    people: [],
  })),
  story("a billing complaint for another person", 1, ([p]) => ({
    mail: mail(
      "Fatura itirazı",
      `Personelimiz ${p!.name}'ın ${spelt(p!, "0### ### ## ##")} numaralı hattına mobil imza için 4 TL yerine 8 TL fatura edilmiş, düzeltilmesini rica ederiz.`,
    ),
    people: [without({ ...asked(p!), kind: "billing" }, "nationalId")],
  })),
  story("whom to ask while away", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "Mobil imza hk.",
      `15.11.2026 tarihine kadar izinliyim. Acil durumlarda 0505 444 33 22 numarasından ${p!.name} ile görüşebilirsiniz.`,
    ),
    people: [],
  })),
  story("own change of the SIM without any number", 1, ([p]) => ({
    mail: byThemself(
      p!,
      "sim kart",
      `Merhaba, dün sim kartımı değiştirdim, mobil imza ile onay veremiyorum. Ne yapmalıyım?\n${p!.name}`,
    ),
    people: [own("lineChange", p!)],
  })),
];
