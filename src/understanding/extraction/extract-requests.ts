import type { FieldValue, RequestField, RequestKind } from "../../core/request.ts";
import { fold, isSameText } from "../../language/fold.ts";
import { readCsv } from "./csv.ts";
import { htmlTables } from "./html-tables.ts";
import { asksForStatus, findKind } from "./kind.ts";
import { mergePeople } from "./merge-people.ts";
import { peopleInTable } from "./people-in-table.ts";
import { type PeopleInText, peopleInText } from "./people-in-text.ts";
import { readField } from "./read-field.ts";
import { essence, loadRequestWords, type RequestWords } from "./request-words.ts";
import { readWorkbook, SPREADSHEET_LIMITS, UnreadableSheetError, type Workbook } from "./spreadsheet.ts";
import { partText, type Table } from "./text-tables.ts";
import { partZones } from "./text-zones.ts";
import type {
  AttachedFile,
  ExtractedPerson,
  Extraction,
  FoundPerson,
  RequestExtractor,
  RequestMaterial,
} from "./types.ts";

/** How much of one mail is read. */
const LONG_LINE = /[^\r\n]{2000,}/;
const LIMITS = { textLength: 128 * 1024, people: 500, files: 10 } as const;

/** The extractor over the words of the knowledge folder; throws KnowledgeFaultsError for an editor's slip. */
export function createRequestExtractor(knowledgeFolder: string): RequestExtractor {
  const words = loadRequestWords(knowledgeFolder);
  return {
    extract: (material) => extract(material, words),
    readField: (field, written) => readField(words, field, written),
  };
}

async function extract(material: RequestMaterial, words: RequestWords): Promise<Extraction> {
  const { tables: attached, remarks } = await readFiles(material.attachments ?? []);
  const text = withShortLines(material.text.slice(0, LIMITS.textLength));
  if (material.text.length > LIMITS.textLength)
    remarks.push("Uzun metnin yalnız ilk 128 KB'ı kişi bilgisi için okundu.");
  const tables = tablesOfHtml(material);
  const htmlPeople = tables.flatMap((table) => peopleInTable(table, words));
  const parts = partText(htmlPeople.length > 0 ? withoutRows(text, tables) : text, words);
  const zones = partZones(parts.lines, words);
  const written = peopleInText(zones.body, words);
  const listed = [
    ...attached.flatMap((table) => peopleInTable(table, words)),
    ...htmlPeople,
    ...parts.tables.flatMap((table) => peopleInTable(table, words)),
  ];
  const signature = peopleInText(zones.signature, words);
  const context: Context = {
    material,
    words,
    text: `${material.subject}\n\n${zones.body.join("\n")}`,
    signature,
    written,
  };
  const people = listed.length > 0 || written.people.some(hasKey) ? named(listed, context) : own(context);
  const kept = people.slice(0, LIMITS.people);
  if (people.length > kept.length) remarks.push(`${people.length} kişiden ilk ${kept.length} kişi okundu.`);
  const [only] = written.people;
  const loose = people.length === 0 ? { ...written.loose, ...(written.people.length === 1 && only?.fields) } : {};
  const answers = withoutForeignAddress(loose, material);
  return { people: kept, loose: answers, remarks };
}

interface Context {
  readonly material: RequestMaterial;
  readonly words: RequestWords;
  readonly text: string;
  readonly signature: PeopleInText;
  readonly written: PeopleInText;
}

/** The people a mail names, one entry each. */
function named(listed: readonly FoundPerson[], context: Context): ExtractedPerson[] {
  const { material, words, text, written } = context;
  if (listed.length === 0 && asksForStatus(text, words)) return [];
  const found = findKind(text, words, true);
  const isOurs = found !== undefined || /imza/.test(fold(text));
  const people = credible(mergePeople([...listed, ...written.people.filter(hasKey)]), isOurs).map((person) => ({
    ...person,
    fields: withoutForeignAddress({ ...written.shared, ...person.fields }, material),
  }));
  const isOwn = people.length === 1 && people[0] !== undefined && isSender(people[0], found?.isOwn === true, material);
  return people.map((person) => {
    const fields = isOwn ? withSender(person.fields, context) : withLead(person.fields, material);
    const kind = person.kind ?? found?.kind ?? kindByLooks(text, fields);
    return { kind, fields, passage: person.passage, otherPhones: person.otherPhones };
  });
}

/** Nobody is named: the writer's own matter, when one is told. */
function own({ material, words, text, signature, written }: Context): ExtractedPerson[] {
  const found = findKind(text, words, false);
  if (!found?.isOwn || !material.sender) return [];
  const [person] = written.people;
  const fields = withSender({ ...written.shared, ...person?.fields }, { material, words, text, signature, written });
  const passage = person?.passage || text.trim().slice(0, 1_000);
  return [{ kind: found.kind, fields, passage, otherPhones: person?.otherPhones ?? [] }];
}

/**
 * In a mail about other things, names and numbers are no request: only a T.C. kimlik no that is right, with somebody to it, makes
 * one; then the others listed beside it count too.
 */
function credible(people: readonly FoundPerson[], isOurs: boolean): readonly FoundPerson[] {
  const isSure = ({ fields: { nationalId, name, phone } }: FoundPerson) =>
    nationalId !== undefined &&
    !nationalId.problem &&
    (name !== undefined || phone !== undefined || nationalId.confidence > 0.96);
  if (!isOurs && !people.some(isSure)) return [];
  return people.filter(({ fields }) => fields.nationalId || Object.values(fields).some(({ problem }) => !problem));
}

type Fields = Partial<Record<RequestField, FieldValue>>;

function hasKey({ fields }: FoundPerson): boolean {
  return fields.nationalId !== undefined || fields.name !== undefined || fields.registryNumber !== undefined;
}

function isSender({ fields }: FoundPerson, isOwn: boolean, { sender }: RequestMaterial): boolean {
  if (fields.name && sender?.name) return isSameText(fields.name.value, sender.name);
  return isOwn;
}

/** The office's own address in a mail is nobody's. */
function withoutForeignAddress(fields: Fields, { ownAddresses = [] }: RequestMaterial): Fields {
  const { email, ...others } = fields;
  return email && ownAddresses.includes(email.value) ? others : fields;
}

/** What the writer's signature and address tell of a matter of their own. */
function withSender(fields: Fields, { material, signature, words }: Context): Fields {
  const { name, email } = material.sender ?? {};
  const read = name ? readField(words, "name", name) : undefined;
  const source = { kind: "sender" } as const;
  return {
    ...(email && { email: { value: email, source: { ...source, quote: email }, confidence: 0.9 } }),
    ...(read && !read.problem && name && { name: { ...read, source: { ...source, quote: name }, confidence: 0.7 } }),
    ...signature.shared,
    ...signature.people[0]?.fields,
    ...fields,
  };
}

/** Whoever sends a list of others is their project lead (memo: requests come through the Proje Sorumluları). */
function withLead(fields: Fields, { sender }: RequestMaterial): Fields {
  if (!sender?.name || fields.projectLead || (fields.name && isSameText(fields.name.value, sender.name))) return fields;
  const source = { kind: "sender", quote: sender.name } as const;
  return { ...fields, projectLead: { value: sender.name, source, confidence: 0.7 } };
}

/** People listed to this office without a word why: an application when the signature or a mobile line is spoken of. */
function kindByLooks(text: string, fields: Fields): RequestKind {
  return /imza/.test(fold(text)) || (fields.operator && fields.nationalId) ? "newApplication" : "other";
}

/** A paragraph sent as one endless line is cut where it may be: every line costs more than its length. */
function withShortLines(text: string): string {
  if (!LONG_LINE.test(text)) return text;
  return text.replace(new RegExp(LONG_LINE, "g"), (line) => line.replace(/.{1,1500}(?:\s|$)|.{1500}/g, "$&\n"));
}

/** Tables of the mail itself: one whose rows stand only in the quoted part is history. */
function tablesOfHtml({ html, text, fullText }: RequestMaterial): Table[] {
  if (!html) return [];
  const fresh = compact(text);
  const whole = compact(fullText ?? text);
  return htmlTables(html.slice(0, LIMITS.textLength)).flatMap((table): Table[] => {
    const rows = table.rows.filter((row) => {
      const cells = row.map(compact).filter((cell) => cell.length >= 3);
      return cells.every((cell) => fresh.includes(cell)) || !cells.every((cell) => whole.includes(cell));
    });
    return rows.length > 0 ? [{ ...table, rows }] : [];
  });
}

function compact(text: string): string {
  return essence(text).replaceAll(" ", "");
}

/** The text without the lines that only repeat what a table holds. */
function withoutRows(text: string, tables: readonly Table[]): string {
  const said = new Set<string>();
  for (const { rows } of tables) {
    for (const row of rows) for (const piece of [...row, row.join(" ")]) said.add(compact(piece));
  }
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() === "" || !said.has(compact(line)))
    .join("\n");
}

async function readFiles(files: readonly AttachedFile[]): Promise<{ tables: Table[]; remarks: string[] }> {
  const tables: Table[] = [];
  const remarks: string[] = [];
  const lists = files.filter(({ name }) => /\.(?:xlsx|xlsm|csv|xls)$/i.test(name));
  if (lists.length > LIMITS.files) remarks.push(`${lists.length} listeden ilk ${LIMITS.files} dosya okundu.`);
  for (const file of lists.slice(0, LIMITS.files)) {
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
  if (!bytes) throw new UnreadableSheetError("eki bulunamadı");
  if (/\.csv$/i.test(file.name)) return { tables: [readCsv(bytes, file.name)], remarks: [] };
  return readWorkbook(bytes, file.name);
}
