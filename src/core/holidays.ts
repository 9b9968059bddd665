/**
 * Public holidays of Türkiye (Law no. 2429 on national and general holidays). An eve (arife) is a working day till 13:00, by that law.
 *
 * The religious feasts are data: the Presidency of Religious Affairs (Diyanet İşleri Başkanlığı) sets them, 10 to 12 days earlier each
 * year, and publishes its calendars of religious days years ahead (vakithesaplama.diyanet.gov.tr, to 2035). Compared in November 2026:
 * with spatie/holidays (0a9abd5), which copied those calendars, every day here agrees; so it does, to 2032, with python-holidays 0.109,
 * which goes by Diyanet's converter of Hijri dates, and with Diyanet's rule (a month begins on the day after the conjunction, or on the
 * second when that comes after sunset). Others disagree by a day in some years, and go by the calendar of Saudi Arabia or by no stated
 * one: holidays/definitions and holiday-calendar-java (Ramazan 2029; that one all Kurban feasts too), QuantLib 1.44 (Ramazan 2027 to
 * 2031). Nager.Date leaves the feasts out.
 *
 * Add a year before it begins; a year that is missing has only its fixed holidays, and the settings page says so. Where a day here is
 * not what was announced, the office corrects it at once on that page: a day of its own, off, half or worked, wins over this calendar.
 */

/** Month and day of the holidays that never move. */
const FIXED: readonly string[] = ["01-01", "04-23", "05-01", "05-19", "07-15", "08-30", "10-29"];
const FIXED_EVES: readonly string[] = ["10-28"];

/** First days of Ramazan Bayramı (three days), each after its eve. 2033 has two. */
const RAMAZAN: readonly string[] = [
  "2026-03-20",
  "2027-03-09",
  "2028-02-26",
  "2029-02-14",
  "2030-02-04",
  "2031-01-24",
  "2032-01-14",
  "2033-01-02",
  "2033-12-23",
  "2034-12-12",
  "2035-12-01",
];
/** First days of Kurban Bayramı (four days), likewise. */
const KURBAN: readonly string[] = [
  "2026-05-27",
  "2027-05-16",
  "2028-05-05",
  "2029-04-24",
  "2030-04-13",
  "2031-04-02",
  "2032-03-22",
  "2033-03-11",
  "2034-03-01",
  "2035-02-18",
];

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
  return KURBAN.some((first) => isIn(year, first));
}

function calendarOf(year: number): ReadonlyMap<string, DayKind> {
  const days = new Map<string, DayKind>(FIXED_EVES.map((day) => [`${year}-${day}`, "eve"]));
  for (const [firsts, length] of [
    [RAMAZAN, 3],
    [KURBAN, 4],
  ] as const) {
    for (const first of firsts.filter((day) => isIn(year, day))) {
      days.set(shifted(first, -1), "eve");
      for (let day = 0; day < length; day += 1) days.set(shifted(first, day), "holiday");
    }
  }
  for (const day of FIXED) days.set(`${year}-${day}`, "holiday");
  return days;
}

const isIn = (year: number, day: string) => day.startsWith(`${year}-`);

/** The ISO date so many days later. */
export function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
