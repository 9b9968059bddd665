import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { SettingName, Settings } from "../../core/settings.ts";
import { actorOf } from "../agent-of.ts";
import { pageAnswer, redirectAnswer } from "../answers.ts";
import { settingsPage } from "../pages/settings-page.ts";
import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import { changeSetting } from "../settings/change-setting.ts";
import type { FormRead } from "../settings/form-read.ts";
import { readMailboxCheck } from "../settings/mailbox-check-form.ts";
import { readServiceLevels } from "../settings/service-levels-form.ts";
import type { SettingsAttempt, SettingsEvent, SettingsFault } from "../settings/settings-attempt.ts";
import { readTrustAnchors } from "../settings/trust-anchors-form.ts";
import { readForm } from "./read-form.ts";

const PAGE = "/console/settings";
const HISTORY = 10;

/** What the office chooses for all its processes. */
export function settingsRoutes(): Route[] {
  return [
    staffRoute("GET", PAGE, "serviceLevels.manage", (visit) => showSettings(visit)),
    staffRoute("POST", `${PAGE}/service-levels`, "serviceLevels.manage", (visit) =>
      take(visit, "serviceLevels", readServiceLevels(visit.form)),
    ),
    staffRoute("POST", `${PAGE}/mailbox-check`, "mailbox.manage", (visit) =>
      take(visit, "mailboxCheck", readMailboxCheck(visit.form)),
    ),
    staffRoute("POST", `${PAGE}/trust-anchors`, "mailbox.manage", (visit) =>
      take(visit, "trustAnchors", readTrustAnchors(visit.form)),
    ),
  ];
}

async function showSettings(visit: StaffVisit, attempt?: SettingsAttempt, status = 200): Promise<Answer> {
  const { settings, events } = visit.staff.office.store;
  const [versioned, changed] = await Promise.all([
    settings.versioned(),
    events.list({ type: "settings.changed", limit: HISTORY }),
  ]);
  const history = changed.items.filter((event): event is SettingsEvent => event.type === "settings.changed");
  return pageAnswer(settingsPage(visit, { settings: versioned, history, ...(attempt && { attempt }) }), status);
}

async function take<Name extends SettingName>(
  visit: StaffVisit,
  name: Name,
  read: FormRead<Settings[Name], SettingsFault>,
): Promise<Answer> {
  const { form, staff } = visit;
  if ("faults" in read) return showSettings(visit, { kind: "wrong", name, form, faults: read.faults }, 400);
  const { version } = readForm(visit, z.object({ version: z.coerce.number().int().min(0) }));
  const actor = actorOf(visit);
  try {
    const changed = await changeSetting(staff.office, { name, value: read.value, version, actor });
    return redirectAnswer(`${PAGE}?done=${changed ? "saved" : "unchanged"}`);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "stale")) throw error;
    return showSettings(visit, { kind: "stale", name, form, faults: {}, value: read.value }, 409);
  }
}
