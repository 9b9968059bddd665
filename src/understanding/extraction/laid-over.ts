import type { RequestField } from "../../core/request.ts";
import type { Fields, SaidOfGroup } from "./types.ts";

/** Two readings of one person together. Of a field that both tell, `above` wins, unless it only concludes what `under` says. */
export function laidOver(under: Fields, above: Fields): Fields {
  const concluded = (Object.keys(above) as RequestField[]).filter((field) => above[field]?.source.isConcluded);
  const said = concluded.filter((field) => under[field] && !under[field]?.source.isConcluded);
  return { ...under, ...above, ...Object.fromEntries(said.map((field) => [field, under[field]])) };
}

/** What two sets of headings say of one person together: `above` goes before. */
export function groupLaidOver(under: SaidOfGroup, above: SaidOfGroup | undefined): SaidOfGroup {
  return { ...under, ...above, fields: { ...under.fields, ...above?.fields } };
}
