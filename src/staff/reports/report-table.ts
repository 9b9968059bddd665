/** Something counted or measured, as a table that can be drawn, shown and saved. */
export interface ReportTable {
  readonly name: string;
  readonly title: string;
  /** How it is drawn. */
  readonly chart: "columns" | "bars";
  /** Head of the first column: days, states, entries. */
  readonly rowsAre: string;
  /** The columns: what is counted. */
  readonly series: readonly string[];
  readonly rows: readonly ReportRow[];
  /** Written behind each value, such as " h"; "%" where they are percent. */
  readonly unit?: string;
}

export interface ReportRow {
  readonly label: string;
  readonly values: readonly number[];
}

/**
 * The table as CSV (RFC 4180) for a Turkish Excel: semicolons, a byte order mark, and no cell that a spreadsheet would take
 * for a formula (OWASP "CSV Injection").
 */
export function toCsv({ rowsAre, series, rows }: ReportTable): string {
  const lines = [[rowsAre, ...series], ...rows.map(({ label, values }) => [label, ...values.map(String)])];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(";")).join("\r\n")}\r\n`;
}

export function csvCell(text: string): string {
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text);
  const harmless = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
