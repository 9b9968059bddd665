import type { RequestEntry, RequestField, RequestState } from "../../core/request.ts";
import { gapsOf } from "../../core/request-completeness.ts";
import type { Html } from "../design/html.ts";
import { badge, type Tone } from "../design/parts.ts";
import type { Visit } from "../route.ts";

const TONES: Readonly<Partial<Record<RequestState, Tone>>> = {
  received: "info",
  needsInfo: "warn",
  active: "good",
  rejected: "bad",
  invalidated: "bad",
  expired: "outline",
  cancelled: "outline",
};

export function stateBadge(state: RequestState, { texts }: Visit): Html {
  return badge(texts.requests.state[state], TONES[state] ?? "quiet");
}

export function gapBadge(entry: RequestEntry, { texts }: Visit): Html {
  const gaps = gapsOf(entry).length;
  return gaps === 0
    ? badge(texts.requests.complete, "good", "check")
    : badge(texts.requests.missingCount(gaps), "warn");
}

/** A field's value as people write it; operators and kinds of lines are kept by their keys. */
export function fieldText(field: RequestField, value: string, { texts }: Visit): string {
  const words: Readonly<Record<string, string>> =
    field === "operator" ? texts.requests.operator : field === "lineType" ? texts.requests.lineType : {};
  return words[value] ?? value;
}

/** Whose matter it is, in words; said plainly where the message named nobody. */
export function personOf({ fields }: RequestEntry, { texts }: Visit): string {
  return fields.name?.value ?? fields.email?.value ?? texts.requests.unnamed;
}
