import {
  addWorkingMinutes,
  isWorkingTime,
  USUAL_CALENDAR,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../src/core/business-hours.ts";
import { dayKind, knowsFeasts } from "../../src/core/holidays.ts";

/** An instant by the clock on the office's wall. */
const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);

test.each([
  ["within a day", "2026-11-23 10:00", 60, "2026-11-23 11:00"],
  ["over the evening", "2026-11-23 17:00", 60, "2026-11-24 09:00"],
  ["before work begins", "2026-11-23 06:00", 30, "2026-11-23 09:00"],
  ["over the weekend", "2026-11-27 17:00", 60, "2026-11-30 09:00"],
  ["on a Sunday", "2026-11-29 12:00", 540, "2026-11-30 17:30"],
  ["over New Year", "2026-12-31 17:00", 60, "2027-01-04 09:00"],
  ["over the eve and Ramazan Bayramı 2026 (Thursday till Sunday)", "2026-03-19 12:00", 90, "2026-03-23 09:00"],
  ["over Kurban Bayramı 2026 (eve Tuesday, feast till Saturday)", "2026-05-26 12:30", 60, "2026-06-01 09:00"],
  ["over the eve of the Republic, a half day", "2027-10-28 12:00", 120, "2027-11-01 09:30"],
  ["exactly to closing time", "2026-11-23 08:30", 540, "2026-11-23 17:30"],
])("working minutes go on %s", (_name, from, minutes, expected) => {
  expect(addWorkingMinutes(at(from), minutes, USUAL_CALENDAR)).toEqual(at(expected));
});

test.each([
  ["2026-11-23 10:00", "2026-11-23 10:45", 45],
  ["2026-11-27 17:00", "2026-11-30 09:00", 60],
  ["2026-11-28 10:00", "2026-11-29 18:00", 0],
  ["2026-03-18 08:30", "2026-03-23 08:30", 540 + 270],
  ["2026-11-24 10:00", "2026-11-23 10:00", 0],
])("between %s and %s lie %d working minutes", (from, to, minutes) => {
  expect(workingMinutesBetween(at(from), at(to), USUAL_CALENDAR)).toBe(minutes);
});

const chosen: WorkingCalendar = {
  opens: 9 * 60,
  closes: 18 * 60,
  eveCloses: 12 * 60,
  weekdays: [1, 2, 3, 4, 6],
  ownHolidays: [
    { day: "2026-11-24", half: false, name: "Taşınma" },
    { day: "2026-11-25", half: true, name: "Tören" },
  ],
};

test.each([
  ["office hours of its own", "2026-11-23 08:00", 60, "2026-11-23 10:00"],
  ["a holiday of its own", "2026-11-23 17:30", 60, "2026-11-25 09:30"],
  ["a half day of its own", "2026-11-25 11:30", 60, "2026-11-26 09:30"],
  ["Friday off and Saturday on", "2026-11-26 17:30", 60, "2026-11-28 09:30"],
  ["a holiday of the country that it works on", "2026-12-31 17:30", 60, "2027-01-01 09:30", "2027-01-01"],
  ["an eve that it works on", "2026-10-28 12:30", 60, "2026-10-28 13:30", "2026-10-28"],
  ["a weekend that it works on", "2026-11-28 17:30", 60, "2026-11-29 09:30", "2026-11-29"],
  ["a public holiday beside them", "2026-12-31 17:30", 60, "2027-01-02 09:30"],
])(
  "an office's calendar counts by %s",
  (_name: string, from: string, minutes: number, expected: string, worked = "") => {
    const works = { day: worked, half: false, works: true, name: "Telafi" };
    const calendar = worked ? { ...chosen, ownHolidays: [...chosen.ownHolidays, works] } : chosen;
    expect(addWorkingMinutes(at(from), minutes, calendar)).toEqual(at(expected));
  },
);

test("what no working time is left for ends in ten years, and is no error", () => {
  const never = { ...chosen, closes: chosen.opens, eveCloses: chosen.opens };
  expect(addWorkingMinutes(at("2026-11-23 10:00"), 60, never).getUTCFullYear()).toBe(2036);
});

test("adding and measuring agree for a whole year of starts", () => {
  for (let day = 0; day < 365; day += 3) {
    const from = new Date(at("2026-01-01 00:07").getTime() + day * 86_400_000 + day * 991_000);
    const until = addWorkingMinutes(from, 777, USUAL_CALENDAR);
    expect(workingMinutesBetween(from, until, USUAL_CALENDAR)).toBe(777);
    expect(isWorkingTime(new Date(until.getTime() - 1), USUAL_CALENDAR)).toBe(true);
  }
});

test("feasts and eves of the coming years are known", () => {
  expect([2025, ...Array.from({ length: 10 }, (_, index) => 2026 + index), 2036].map(knowsFeasts)).toEqual([
    false,
    ...Array(10).fill(true),
    false,
  ]);
  // 2033 has two Ramazan feasts; the eve of the first is New Year's Day.
  expect(["2033-01-01", "2033-01-02", "2033-12-22", "2033-12-25"].map(dayKind)).toEqual([
    "holiday",
    "holiday",
    "eve",
    "holiday",
  ]);
  expect(["2027-03-08", "2027-03-09", "2027-03-11", "2027-03-12"].map(dayKind)).toEqual([
    "eve",
    "holiday",
    "holiday",
    "working",
  ]);
  // In 2029 the eve of Kurban Bayramı is 23 April, a holiday by itself: no work in the morning either.
  expect(dayKind("2029-04-23")).toBe("holiday");
});

test("the feasts are moon months apart, so that a slip of the pen in a coming year shows", () => {
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
  const days = Array.from({ length: 3_652 }, (_, index) => day(index));
  const fixed = /-(?:01-01|04-23|05-01|05-19|07-15|08-30|10-2[89])$/;
  const isFeast = (one: string) => dayKind(one) === "holiday" && !fixed.test(one);
  const firsts = days.flatMap((one, index) => (isFeast(one) && !isFeast(days[index - 1] ?? "") ? [index] : []));
  // From 1 Şevval to 10 Zilhicce lie two months and nine days, from there to the next 1 Şevval ten months less nine.
  const gaps = firsts.slice(1).map((first, index) => first - (firsts[index] ?? 0));
  expect(firsts).toHaveLength(21);
  expect(gaps.every((gap, index) => (index % 2 === 0 ? gap >= 67 && gap <= 69 : gap >= 284 && gap <= 288))).toBe(true);
});

test("Türkiye's offset is the one the time zone database gives, for every month of the data", () => {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Istanbul", hour: "2-digit", minute: "2-digit" });
  for (let month = 0; month < 60; month += 1) {
    const noon = new Date(Date.UTC(2026, month, 15, 9, 0));
    expect(clock.format(noon)).toBe("12:00");
  }
});
