import { isSameText } from "../../language/fold.ts";
import { attachedTables } from "./attached-tables.ts";
import { partLetters } from "./forwarded-letters.ts";
import { laidOver } from "./laid-over.ts";
import { tablesOfHtml, withoutRows } from "./mail-tables.ts";
import { mergePeople } from "./merge-people.ts";
import { readField } from "./read-field.ts";
import { type LetterRead, listOf, readLetter } from "./read-letter.ts";
import { REPLY_MARKS } from "./reply-marks.ts";
import { loadRequestWords, type RequestWords } from "./request-words.ts";
import { withLead } from "./told-by-sender.ts";
import type { ExtractedPerson, Extraction, Fields, RequestExtractor, RequestMaterial } from "./types.ts";
import { writerOf } from "./writer.ts";

/** Characters of a text, and people in it, that are read. */
const LONGEST_TEXT = 128 * 1024;
const MOST_PEOPLE = 500;
const LONG_LINE = /[^\r\n]{2000,}/;

/** The extractor over the words of the knowledge folder; throws KnowledgeFaultsError for an editor's slip. */
export function createRequestExtractor(knowledgeFolder: string): RequestExtractor {
  const words = loadRequestWords(knowledgeFolder);
  return {
    extract: (material) => extract(material, words),
    readField: (field, written) => readField(words, field, written),
  };
}

async function extract(material: RequestMaterial, words: RequestWords): Promise<Extraction> {
  const { own, forwarded, remarks } = await readMail(material, words);
  const theirs = forwarded.flatMap(({ people }) => people).map(asForwarded);
  const people = joinLetters(own.people, theirs, writerOf(material.sender, words));
  return {
    people: people.slice(0, MOST_PEOPLE),
    loose: people.length > 0 ? {} : own.loose,
    remarks: [
      ...remarks,
      ...(people.length > MOST_PEOPLE ? [`${people.length} kişiden ilk ${MOST_PEOPLE} kişi okundu.`] : []),
    ],
  };
}

interface MailRead {
  readonly own: LetterRead;
  /** What others wrote that it forwards, in its text or as files. */
  readonly forwarded: readonly LetterRead[];
  readonly remarks: readonly string[];
}

async function readMail(material: RequestMaterial, words: RequestWords): Promise<MailRead> {
  const attached = await attachedTables(material.attachments ?? []);
  // Mail programs lay out whole pages in tables: one without people is left to the text.
  const inHtml = tablesOfHtml(material)
    .map((table) => listOf(table, words))
    .filter(({ people }) => people.length > 0);
  const text = withoutRows(withShortLines(material.text.slice(0, LONGEST_TEXT)), inHtml);
  const [above, ...beneath] = partLetters(text);
  const listed = [...attached.tables.map((table) => listOf(table, words)), ...inHtml];
  const own = readLetter({ ...material, text: above.text }, listed, words);
  const inText = beneath
    .filter(({ sender }) => !isOffice(sender, material))
    .map((letter) => readLetter({ ...material, ...letter }, [], words));
  const inFiles: MailRead[] = [];
  for (const letter of material.letters ?? []) {
    if (isOffice(letter.sender, material)) continue;
    const { ownAddresses = [] } = material;
    // What it answered is not this office.
    const subject = letter.subject.replace(REPLY_MARKS, "");
    inFiles.push(await readMail({ ...letter, subject, ownAddresses }, words));
  }
  return {
    own,
    forwarded: [...inText, ...inFiles.flatMap((mail) => [mail.own, ...mail.forwarded])],
    remarks: [
      ...attached.remarks,
      ...(material.text.length > LONGEST_TEXT ? ["Uzun metnin yalnız ilk 128 KB'ı kişi bilgisi için okundu."] : []),
      ...inFiles.flatMap(({ remarks }) => remarks),
    ],
  };
}

/** Every value tells that it stood in what was forwarded. */
function asForwarded(person: ExtractedPerson): ExtractedPerson {
  const fields = Object.entries(person.fields).map(
    ([field, value]) => [field, { ...value, source: { ...value.source, isForwarded: true } }] as const,
  );
  return { ...person, fields: Object.fromEntries(fields) };
}

function isOffice(sender: RequestMaterial["sender"], { ownAddresses = [] }: RequestMaterial): boolean {
  return sender?.email !== undefined && ownAddresses.includes(sender.email);
}

/** Without a lead who is only known by having written: it went through another's hands. */
function toldFields({ projectLead, ...others }: Fields): Fields {
  return projectLead && projectLead.source.kind !== "sender" ? { ...others, projectLead } : others;
}

/** Whoever forwards what others wrote is their project lead; what they add about a single one is of that one. */
function joinLetters(
  own: readonly ExtractedPerson[],
  theirs: readonly ExtractedPerson[],
  writer: string | undefined,
): readonly ExtractedPerson[] {
  if (theirs.length === 0) return own;
  const led = theirs.map((person) => ({ ...person, fields: withLead(toldFields(person.fields), writer) }));
  // The covering note names the matter again; it is not the forwarder's own.
  const others = own.filter(({ fields }) => !fields.name || !writer || !isSameText(fields.name.value, writer));
  const [only] = led;
  const [added] = others;
  if (!only || led.length > 1 || !added || others.length > 1 || added.fields.name) {
    return mergePeople([...led, ...others]);
  }
  return [{ ...only, fields: laidOver(added.fields, only.fields) }];
}

/** A paragraph sent as one endless line is cut where it may be: every line costs more than its length. */
function withShortLines(text: string): string {
  if (!LONG_LINE.test(text)) return text;
  return text.replace(new RegExp(LONG_LINE, "g"), (line) => line.replace(/.{1,1500}(?:\s|$)|.{1500}/g, "$&\n"));
}
