import type { RequestMaterial } from "../../../src/understanding/extraction/types.ts";
import { type MadeUpPerson, madeUpPerson } from "../../support/made-up-people.ts";
import type { ExpectedMail, ExpectedPerson } from "./expected-mails.ts";

const LEAD = { email: "lead@ornek.example", name: "Hale Sorumlu" };
const people = Array.from({ length: 12 }, (_, serial) => madeUpPerson(serial + 61));
const [A, B, C, D] = people as [MadeUpPerson, MadeUpPerson, MadeUpPerson, MadeUpPerson];
const of = ({ name, nationalId, phone }: MadeUpPerson) => ({ name, nationalId, phone });

/** A mail about one person, with these lines beside name and numbers. */
function one(name: string, lines: string, told: Omit<ExpectedPerson, "kind">): ExpectedMail {
  const text = `Ad Soyad: ${A.name}\nT.C. Kimlik No: ${A.nationalId}\nCep: ${A.spoken}\n${lines}`;
  return {
    name,
    mail: { subject: "Mobil imza talebi", text, sender: LEAD },
    people: [{ kind: "newApplication", ...of(A), ...told, projectLead: LEAD.name }],
  };
}

function several(name: string, mail: Partial<RequestMaterial>, told: readonly object[]): ExpectedMail {
  return {
    name,
    mail: { subject: "Mobil imza talebi", text: "Liste aşağıdadır.", sender: LEAD, ...mail },
    people: told.map((person) => ({ kind: "newApplication" as const, ...person, projectLead: LEAD.name })),
  };
}

/** What a district tells of the province, and what it does not. */
export const PLACE_MAILS: readonly ExpectedMail[] = [
  one("a district governor's office", "Birim: Polatlı Kaymakamlığı", {
    unit: "Polatlı Kaymakamlığı",
    province: "Ankara",
  }),
  one("a district's police in capitals", "BİRİMİ: T.C. İNEGÖL İLÇE EMNİYET MÜDÜRLÜĞÜ", {
    unit: "T.C. İNEGÖL İLÇE EMNİYET MÜDÜRLÜĞÜ",
    province: "Bursa",
  }),
  one("the office of a district behind that of a ministry", "Birim: İçişleri Bakanlığı Yusufeli Nüfus Müdürlüğü", {
    unit: "İçişleri Bakanlığı Yusufeli Nüfus Müdürlüğü",
    province: "Artvin",
  }),
  one("a district of two words, spelt otherwise", "Birim: Kdz. Ereğli Kaymakamlığı", {
    unit: "Kdz. Ereğli Kaymakamlığı",
    province: "Zonguldak",
  }),
  one("a district that several provinces have", "Birim: Ereğli Kaymakamlığı", { unit: "Ereğli Kaymakamlığı" }),
  one("a district that several provinces have, and its province before", "Birim: Van Edremit Kaymakamlığı", {
    unit: "Van Edremit Kaymakamlığı",
    province: "Van",
  }),
  one("a district that several provinces have, and its province behind", "Birim: Kale Kaymakamlığı (Denizli)", {
    unit: "Kale Kaymakamlığı (Denizli)",
    province: "Denizli",
  }),
  one("the central district", "Birim: Merkez İlçe Jandarma Komutanlığı", {
    unit: "Merkez İlçe Jandarma Komutanlığı",
  }),
  one("a said province wins", "Birim: Bafra İlçe Nüfus Müdürlüğü\nİl: Sinop", {
    unit: "Bafra İlçe Nüfus Müdürlüğü",
    province: "Sinop",
  }),
  one("a said province wins over the line of the district", "İlçe: Bafra\nGörev yaptığı il: Sinop", {
    province: "Sinop",
  }),
  one("a line of its own", "İlçe: Polatlı", { province: "Ankara" }),
  one("a line of its own that several have", "İlçe: Yenişehir", {}),
  one("a district in the line of the province", "İl: Tatvan", { province: "Bitlis" }),
  one("a police station called after another place", "Birim: Fatih Polis Merkezi Amirliği", {
    unit: "Fatih Polis Merkezi Amirliği",
  }),
  one("a hospital called after a person", "Birim: Selim Devlet Hastanesi", { unit: "Selim Devlet Hastanesi" }),
  {
    name: "in a sentence",
    mail: {
      subject: "Mobil imza",
      text: `Tatvan ilçemizde görevli ${A.name} (${A.nationalId}) için mobil imza talep ediyoruz. Cep: ${A.spoken}`,
      sender: LEAD,
    },
    people: [{ kind: "newApplication", ...of(A), province: "Bitlis", projectLead: LEAD.name }],
  },
  {
    name: "in a sentence, of a province's that has one so called",
    mail: {
      subject: "Mobil imza",
      text: `Van'ın Edremit ilçesinde görevli ${A.name} (${A.nationalId}) için mobil imza talep ediyoruz. Cep: ${A.spoken}`,
      sender: LEAD,
    },
    people: [{ kind: "newApplication", ...of(A), province: "Van", projectLead: LEAD.name }],
  },
  {
    name: "a district and its province parted by a slash",
    mail: {
      subject: "Mobil imza",
      text: `${A.name}, TC ${A.nationalId}, ${A.spoken}, Kale/Denizli\n${B.name}, TC ${B.nationalId}, ${B.spoken}, Of / TRABZON\n${C.name}, TC ${C.nationalId}, ${C.spoken}`,
      sender: LEAD,
    },
    people: [
      { kind: "newApplication", ...of(A), province: "Denizli", projectLead: LEAD.name },
      { kind: "newApplication", ...of(B), province: "Trabzon", projectLead: LEAD.name },
      { kind: "newApplication", ...of(C), projectLead: LEAD.name },
    ],
  },
  {
    name: "where letters go is nobody's province",
    mail: {
      subject: "Mobil imza",
      text: `${A.name} (${A.nationalId}, ${A.spoken}) için mobil imza talep ediyoruz.\nEvrak adresi: Çamlıca Mah. 5. Sok. No: 3 Çankaya/Ankara`,
      sender: LEAD,
    },
    people: [{ kind: "newApplication", ...of(A), projectLead: LEAD.name }],
  },
  {
    name: "people called as districts are",
    mail: {
      subject: "Mobil imza",
      text: `Selim Kale ve Kadir Kozan için mobil imza talep ediyoruz.\nSelim Kale ${A.nationalId}\nKadir Kozan ${B.nationalId}`,
      sender: LEAD,
    },
    people: [
      { kind: "newApplication", name: "Selim Kale", nationalId: A.nationalId, projectLead: LEAD.name },
      { kind: "newApplication", name: "Kadir Kozan", nationalId: B.nationalId, projectLead: LEAD.name },
    ],
  },
  several(
    "a column for districts, and one for offices",
    {
      text: `Ad Soyad\tTC\tCep\tİlçe\tBirim\n${A.name}\t${A.nationalId}\t${A.spoken}\tPolatlı\tNüfus\n${B.name}\t${B.nationalId}\t${B.spoken}\tMerkez\tNüfus\n${C.name}\t${C.nationalId}\t${C.spoken}\t-\tOf Kaymakamlığı\n${D.name}\t${D.nationalId}\t${D.spoken}\tEdremit (Balıkesir)\tNüfus`,
    },
    [
      { ...of(A), unit: "Nüfus", province: "Ankara" },
      { ...of(B), unit: "Nüfus" },
      { ...of(C), unit: "Of Kaymakamlığı", province: "Trabzon" },
      { ...of(D), unit: "Nüfus", province: "Balıkesir" },
    ],
  ),
  several(
    "columns for provinces and districts",
    {
      text: `Ad Soyad\tTC\tCep\tİl\tİlçe\n${A.name}\t${A.nationalId}\t${A.spoken}\tVan\tEdremit\n${B.name}\t${B.nationalId}\t${B.spoken}\tAnkara\tPolatlı`,
    },
    [
      { ...of(A), province: "Van" },
      { ...of(B), province: "Ankara" },
    ],
  ),
  {
    name: "the writer's own office in the signature",
    mail: {
      subject: "Mobil imza",
      text: `Mobil imza talep ediyorum. T.C. kimlik numaram ${A.nationalId}, cep numaram ${A.spoken}.\n\nSaygılarımla,\n${A.name}\nPolatlı Kaymakamlığı`,
      sender: { email: A.email, name: A.name },
    },
    people: [
      {
        kind: "newApplication",
        ...of(A),
        email: A.email,
        unit: "Polatlı Kaymakamlığı",
        province: "Ankara",
      },
    ],
  },
];
