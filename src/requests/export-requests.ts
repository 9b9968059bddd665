import type { Office } from "../core/ports.ts";
import { PERSONAL_FIELDS, type RequestEntry, type RequestState } from "../core/request.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";
import { REQUEST_HEADINGS, requestCells, type Unmasked } from "./request-sheet.ts";
import { type Cell, CSV_START, csvLine, workbook } from "./sheet-files.ts";

export interface RequestExport {
  readonly format: "csv" | "xlsx";
  readonly by: Agent;
  readonly state?: readonly RequestState[];
  /** Personal values in the clear: needs the right to reveal them besides the right to export. */
  readonly unmasked?: boolean;
}

export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly type: string;
  readonly name: string;
}

const PAGE = 200;
const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * All request entries as a file, newest change first. The export is written down in the events before the file is handed out.
 * `onPage` is told after every page how many rows there are. Throws `notAllowed`.
 */
export async function exportRequests(
  office: Office,
  { format, by, state, unmasked = false }: RequestExport,
  onPage: (rows: number) => void = () => undefined,
): Promise<ExportedFile> {
  assertMay(by, "export");
  if (unmasked) assertMay(by, "personalData.reveal");
  const rows: Cell[][] = [[...REQUEST_HEADINGS]];
  let cursor: string | undefined;
  do {
    const page = await office.store.requests.list({ limit: PAGE, ...(cursor && { cursor }), ...(state && { state }) });
    for (const entry of page.items) rows.push(requestCells(entry, unmasked ? await valuesOf(office, entry) : {}));
    onPage(rows.length - 1);
    cursor = page.nextCursor;
  } while (cursor);
  const at = office.clock.now();
  const detail = `${rows.length - 1} talep, ${format}, ${unmasked ? "açık" : "maskeli"}`;
  const event = { type: "personalData.exported", at, actor: actorOf(by), subject: "requests", detail } as const;
  await office.store.transact((transaction) => transaction.append(event));
  const bytes =
    format === "xlsx" ? workbook("Başvurular", rows) : new TextEncoder().encode(CSV_START + rows.map(csvLine).join(""));
  return { bytes, rows: rows.length - 1, type: TYPES[format], name: `talepler.${format}` };
}

async function valuesOf({ store }: Office, { number, fields }: RequestEntry): Promise<Unmasked> {
  const values = await Promise.all(
    PERSONAL_FIELDS.filter((field) => fields[field]).map(
      async (field) => [field, await store.requests.unmasked(number, field)] as const,
    ),
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
