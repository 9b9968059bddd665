import { USUAL_CALENDAR } from "../../src/core/business-hours.ts";
import { chosenSnoozeEnd, snoozeEnd } from "../../src/staff/console/snooze-times.ts";

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

test.each([
  ["2026-12-01T09:30", at("2026-12-01 09:30")],
  ["2026-11-23T15:01:00", at("2026-11-23 15:01")],
  ["2026-11-23T15:00", "snoozePast"],
  ["2027-11-24T14:59", at("2027-11-24 14:59")],
  ["2027-11-24T15:01", "snoozeTooFar"],
  ["2027-02-31T09:00", "snoozeNoTime"],
  ["2027-02-28T25:00", "snoozeNoTime"],
  ["yarın", "snoozeNoTime"],
  ["", "snoozeNoTime"],
])("a chosen moment %j, on the clock of Türkiye", (text, expected) => {
  expect(chosenSnoozeEnd(text, at("2026-11-23 15:00"))).toEqual(expected);
});
