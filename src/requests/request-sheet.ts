import { formatTurkishPhone } from "../core/phone.ts";
import {
  type FieldValue,
  isConcluded,
  type PersonalField,
  type RequestEntry,
  type RequestField,
} from "../core/request.ts";
import { turkishDay } from "../core/turkish-time.ts";
import type { Cell } from "./sheet-files.ts";

/** A column of the export, with its heading in Turkish. */
interface Column {
  readonly heading: string;
  readonly cell: (entry: RequestEntry, unmasked: Unmasked) => Cell;
}
export type Unmasked = Readonly<Partial<Record<PersonalField, string>>>;

/** The words of the console, so that a row is found again there. */
const KINDS: Readonly<Record<RequestEntry["kind"], string>> = {
  newApplication: "Yeni başvuru",
  lineChange: "Hat / SIM / numara değişikliği",
  contactUpdate: "İletişim bilgisi",
  billing: "Fatura",
  suggestion: "İstek - bildirim",
  other: "Diğer",
};
const STATES: Readonly<Record<RequestEntry["state"], string>> = {
  received: "Alındı",
  underReview: "Büroda inceleniyor",
  sentToKamuSm: "Kamu SM'ye iletildi",
  formSent: "Form gönderildi",
  formSigned: "Form e-İmzalandı",
  operatorFormsReceived: "Operatör formları geldi",
  documentsReceived: "Evrak geldi",
  active: "Etkin",
  expired: "Süresi doldu",
  invalidated: "Geçersiz",
  needsInfo: "Bilgi bekleniyor",
  rejected: "Reddedildi",
  cancelled: "İptal edildi",
};
const OPERATORS: Readonly<Record<string, string>> = {
  turkcell: "Turkcell",
  vodafone: "Vodafone",
  turkTelekom: "Türk Telekom",
};
const LINE_TYPES: Readonly<Record<string, string>> = {
  postpaid: "Faturalı",
  prepaid: "Faturasız",
  corporate: "Kurumsal",
};

const fieldOf = (entry: RequestEntry, field: RequestField) => entry.fields[field]?.value ?? "";
const problems = (entry: RequestEntry) =>
  Object.values(entry.fields).flatMap(({ problem }: FieldValue) => (problem ? [problem] : []));

const COLUMNS: readonly Column[] = [
  { heading: "Başvuru no", cell: ({ number }) => number },
  { heading: "Bilet", cell: ({ ticket }) => ticket },
  { heading: "Tür", cell: ({ kind }) => KINDS[kind] },
  { heading: "Durum", cell: ({ state }) => STATES[state] },
  { heading: "Ad soyad", cell: (entry) => fieldOf(entry, "name") },
  { heading: "T.C. kimlik no", cell: (entry, { nationalId }) => nationalId ?? fieldOf(entry, "nationalId") },
  { heading: "Sicil no", cell: (entry) => fieldOf(entry, "registryNumber") },
  { heading: "Birim", cell: (entry) => fieldOf(entry, "unit") },
  { heading: "İl", cell: (entry) => fieldOf(entry, "province") },
  // Beside it and not in it, so that the office can sort by either.
  { heading: "İlin dayanağı", cell: ({ fields: { province } }) => (isConcluded(province) ? "ilçesine göre" : "") },
  { heading: "Cep telefonu", cell: (entry, { phone }) => spoken(phone ?? fieldOf(entry, "phone")) },
  { heading: "Operatör", cell: (entry) => OPERATORS[fieldOf(entry, "operator")] ?? fieldOf(entry, "operator") },
  { heading: "Hat türü", cell: (entry) => LINE_TYPES[fieldOf(entry, "lineType")] ?? fieldOf(entry, "lineType") },
  { heading: "E-posta", cell: (entry) => fieldOf(entry, "email") },
  { heading: "Proje Sorumlusu", cell: (entry) => fieldOf(entry, "projectLead") },
  { heading: "Sorunlar", cell: (entry) => problems(entry).join("; ") },
  { heading: "Uyarı", cell: ({ flag }) => flag ?? "" },
  {
    heading: "Sertifika bitişi",
    cell: ({ certificateEndsAt }) => (certificateEndsAt ? { day: turkishDay(certificateEndsAt) } : ""),
  },
  { heading: "Açılış", cell: ({ createdAt }) => ({ day: turkishDay(createdAt) }) },
  { heading: "Son işlem", cell: ({ updatedAt }) => ({ day: turkishDay(updatedAt) }) },
];

export const REQUEST_HEADINGS: readonly string[] = COLUMNS.map(({ heading }) => heading);

/** The cells of one entry, in the order of the headings; personal values in the clear only where they are given. */
export function requestCells(entry: RequestEntry, unmasked: Unmasked): Cell[] {
  return COLUMNS.map(({ cell }) => cell(entry, unmasked));
}

/** As people write it, and without the plus sign a spreadsheet takes for a formula. */
function spoken(phone: string): string {
  return formatTurkishPhone(phone).replace(/^\+90(?=.{10}$)/u, "0");
}
