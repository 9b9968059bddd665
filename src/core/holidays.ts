/**
 * Public holidays of Türkiye (Law no. 2429 on national and general holidays). An eve (arife) is a working day till 13:00, by that law.
 *
 * The religious feasts are data: the Presidency of Religious Affairs (Diyanet İşleri Başkanlığı) sets them, 10 to 12 days earlier each
 * year. 2026 stands as its calendar of religious days announced it. 2027 to 2032 are what its own converter of Hijri dates
 * (vakithesaplama.diyanet.gov.tr/hicriden_miladiye.php) gives, as the library python-holidays 0.109 records them: each year is to be
 * compared with the calendar once that is announced, some months ahead. Not every list agrees: QuantLib 1.44 has Ramazan Bayramı of
 * 2027 to 2031 a day later, but differs from the announced calendar of 2026 too.
 *
 * Add a year before it begins; a year that is missing has only its fixed holidays, and the settings page says so. Where a day here is
 * not what was announced, the office corrects it at once on that page: a day of its own, off, half or worked, wins over this calendar.
 */

/** Month and day of the holidays that never move. */
const FIXED: readonly string[] = ["01-01", "04-23", "05-01", "05-19", "07-15", "08-30", "10-29"];
const FIXED_EVES: readonly string[] = ["10-28"];

/** First day of Ramazan Bayramı (three days) and of Kurban Bayramı (four days), each after its eve. */
const FEASTS: Readonly<Record<number, { readonly ramazan: string; readonly kurban: string }>> = {
  2026: { ramazan: "2026-03-20", kurban: "2026-05-27" },
  2027: { ramazan: "2027-03-09", kurban: "2027-05-16" },
  2028: { ramazan: "2028-02-26", kurban: "2028-05-05" },
  2029: { ramazan: "2029-02-14", kurban: "2029-04-24" },
  2030: { ramazan: "2030-02-04", kurban: "2030-04-13" },
  2031: { ramazan: "2031-01-24", kurban: "2031-04-02" },
  2032: { ramazan: "2032-01-14", kurban: "2032-03-22" },
};

export type DayKind = "working" | "eve" | "holiday";

const calendars = new Map<number, ReadonlyMap<string, DayKind>>();

/** What kind of day an ISO date ("2026-03-19") is in Türkiye, weekends not looked at. */
export function dayKind(day: string): DayKind {
  const year = Number(day.slice(0, 4));
  const calendar = calendars.get(year) ?? calendarOf(year);
  calendars.set(year, calendar);
  return calendar.get(day) ?? "working";
}

/**
 * Whether the moving feasts of a year are known; deadlines of other years miss them.
 * @public
 */
export function knowsFeasts(year: number): boolean {
  return FEASTS[year] !== undefined;
}

function calendarOf(year: number): ReadonlyMap<string, DayKind> {
  const days = new Map<string, DayKind>(FIXED_EVES.map((day) => [`${year}-${day}`, "eve"]));
  const feasts = FEASTS[year];
  if (feasts) {
    for (const [first, length] of [
      [feasts.ramazan, 3],
      [feasts.kurban, 4],
    ] as const) {
      days.set(shifted(first, -1), "eve");
      for (let day = 0; day < length; day += 1) days.set(shifted(first, day), "holiday");
    }
  }
  for (const day of FIXED) days.set(`${year}-${day}`, "holiday");
  return days;
}

/** The ISO date so many days later. */
export function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
