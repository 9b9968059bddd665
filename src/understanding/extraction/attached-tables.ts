import { readCsv } from "./csv.ts";
import { readWorkbook, SPREADSHEET_LIMITS, UnreadableSheetError, type Workbook } from "./spreadsheet.ts";
import type { Table } from "./text-tables.ts";
import type { AttachedFile } from "./types.ts";

/** Lists of one mail that are opened. */
const MOST_FILES = 10;

/**
 * The tables of attached lists (.xlsx, .csv, and .txt or .tsv as a spreadsheet saves them). What is not read is told of in the remarks;
 * other files are left alone.
 */
export async function attachedTables(files: readonly AttachedFile[]): Promise<{ tables: Table[]; remarks: string[] }> {
  const tables: Table[] = [];
  const remarks: string[] = [];
  const lists = files.filter(({ name }) => /\.(?:xlsx|xlsm|csv|tsv|txt|xls)$/i.test(name));
  if (lists.length > MOST_FILES) remarks.push(`${lists.length} listeden ilk ${MOST_FILES} dosya okundu.`);
  for (const file of lists.slice(0, MOST_FILES)) {
    try {
      const workbook = await readFile(file);
      tables.push(...workbook.tables);
      remarks.push(...workbook.remarks);
    } catch (error) {
      if (!(error instanceof UnreadableSheetError)) throw error;
      remarks.push(`${file.name} okunamadı: ${error.message}.`);
    }
  }
  return { tables, remarks };
}

async function readFile(file: AttachedFile): Promise<Workbook> {
  if (/\.xls$/i.test(file.name)) throw new UnreadableSheetError("eski .xls biçimi; .xlsx ya da .csv olarak istenmeli");
  if (file.size > SPREADSHEET_LIMITS.bytes) throw new UnreadableSheetError("10 MB'tan büyük");
  const bytes = await file.read();
  if (!bytes) throw new UnreadableSheetError("ek e-postadan çıkarılamadı");
  if (/\.(?:csv|tsv|txt)$/i.test(file.name)) return { tables: [readCsv(bytes, file.name)], remarks: [] };
  return readWorkbook(bytes, file.name);
}
