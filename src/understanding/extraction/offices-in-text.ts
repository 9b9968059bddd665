import type { Finding } from "./finding.ts";

/** "Gebze Kaymakamlığından", "Bergama Kaymakamlığında çalışan": how an office stands before whoever is of it. */
const OF_OFFICE = /(?:n[dt][ae]n?|n[ıiuü]n|n[ae]|m[ıiuü]z[dt][ae]n?)(?:ki)?$/iu;
const STAFF = /^\s+(?:personel|çal[ıi]şan|calisan|memur|görevli|gorevli|b[üu]nyesin|emrin|kadrosun|nezdin)/iu;
/** Up to four words and no comma: nobody else is spoken of in between. */
const BETWEEN = /^(?:\s+(?!(?:ve|ile|ise)\s)[\p{L}.]+){0,4}\s+$/u;
/** "… BAŞKANLIĞINA": to whom a letter goes. */
const ADDRESSED = /(?:n[ae]|m[ıiuü]z[ae])$/iu;

/**
 * "Gebze Kaymakamlığından Ayhan Tek ile Darıca Kaymakamlığından Nermin Suna": such an office is of the one named behind it. In: what a
 * line tells, in reading order. Out: the same with these offices behind their names, and the offices themselves.
 */
export function officesOfNext(line: string, found: readonly Finding[]) {
  const moved = new Map<Finding, readonly Finding[]>();
  found.forEach((name, at) => {
    if (name.field !== "name" || name.isLabelled) return;
    const before = found.slice(0, at).findLastIndex((finding) => !isOffice(finding));
    const offices = found.slice(before + 1, at);
    const [office] = offices;
    if (office && leads(office, line.slice(office.start + office.quote.length, name.start))) moved.set(name, offices);
  });
  const offices = [...moved.values()].flat();
  if (offices.length === 0) return { found, offices };
  const others = found.filter((finding) => !offices.includes(finding));
  return { found: others.flatMap((finding) => [finding, ...(moved.get(finding) ?? [])]), offices };
}

function leads({ quote }: Finding, between: string): boolean {
  return BETWEEN.test(between) && (OF_OFFICE.test(quote) || STAFF.test(between));
}

function isOffice({ field, isLabelled }: Finding): boolean {
  return (field === "unit" || field === "province") && !isLabelled;
}

/** Whether a line is the name of an office and nothing else, as a letterhead and the heading of a group are. */
export function isOfficeAlone(line: string, found: readonly Finding[]): boolean {
  const unit = found.find(({ field }) => field === "unit");
  return unit !== undefined && found.every(isOffice) && !/[\p{L}\d]/u.test(line.replace(unit.quote, ""));
}

/** "BİLGİ İŞLEM DAİRESİ BAŞKANLIĞINA" alone in its line: who is written to. */
export function isAddressed(found: readonly Finding[]): boolean {
  return found.some(({ field, quote }) => field === "unit" && ADDRESSED.test(quote));
}
