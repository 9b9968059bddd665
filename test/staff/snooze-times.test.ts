import { USUAL_CALENDAR } from "../../src/core/business-hours.ts";
import { snoozeEnd } from "../../src/staff/console/snooze-times.ts";

const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+03:00`);

test.each([
  ["tomorrow", "2026-11-23 15:00", "2026-11-24 08:30"],
  ["tomorrow", "2026-11-27 15:00", "2026-11-30 08:30"],
  ["tomorrow", "2026-03-19 10:00", "2026-03-23 08:30"],
  ["monday", "2026-11-23 15:00", "2026-11-30 08:30"],
  ["monday", "2026-11-29 15:00", "2026-11-30 08:30"],
  ["week", "2026-11-23 15:00", "2026-11-30 08:30"],
  ["month", "2026-12-02 15:00", "2027-01-04 08:30"],
] as const)("put off till %s on %s, it is back at %s", (snooze, now, expected) => {
  expect(snoozeEnd(snooze, at(now), USUAL_CALENDAR)).toEqual(at(expected));
});
