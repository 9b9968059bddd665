import { isSameText } from "../../language/fold.ts";
import { attachedTables } from "./attached-tables.ts";
import { partLetters } from "./forwarded-letters.ts";
import { laidOver } from "./laid-over.ts";
import { tablesOfHtml, withoutRows } from "./mail-tables.ts";
import { mergePeople } from "./merge-people.ts";
import { readField } from "./read-field.ts";
import { listOf, readLetter } from "./read-letter.ts";
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
  const attached = await attachedTables(material.attachments ?? []);
  // Mail programs lay out whole pages in tables: one without people is left to the text.
  const inHtml = tablesOfHtml(material)
    .map((table) => listOf(table, words))
    .filter(({ people }) => people.length > 0);
  const text = withoutRows(withShortLines(material.text.slice(0, LONGEST_TEXT)), inHtml);
  const [above, ...beneath] = partLetters(text);
  const listed = [...attached.tables.map((table) => listOf(table, words)), ...inHtml];
  const own = readLetter({ ...material, text: above.text }, listed, words);
  const forwarded = beneath.filter(({ sender }) => !isOffice(sender, material));
  const theirs = forwarded.map((letter) => readLetter({ ...material, ...letter }, [], words));
  const people = joinLetters(
    own.people,
    theirs.flatMap(({ people }) => people),
    material,
    words,
  );
  return {
    people: people.slice(0, MOST_PEOPLE),
    loose: people.length > 0 ? {} : own.loose,
    remarks: [
      ...attached.remarks,
      ...(material.text.length > LONGEST_TEXT ? ["Uzun metnin yalnız ilk 128 KB'ı kişi bilgisi için okundu."] : []),
      ...(people.length > MOST_PEOPLE ? [`${people.length} kişiden ilk ${MOST_PEOPLE} kişi okundu.`] : []),
    ],
  };
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
  material: RequestMaterial,
  words: RequestWords,
): readonly ExtractedPerson[] {
  if (theirs.length === 0) return own;
  const writer = writerOf(material.sender, words);
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
