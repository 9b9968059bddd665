import type { FieldValue, RequestField, RequestKind } from "../../core/request.ts";
import { fold, isSameText } from "../../language/fold.ts";
import { attachedTables } from "./attached-tables.ts";
import { CONCLUDED, GUESSED } from "./finding.ts";
import { partLetters } from "./forwarded-letters.ts";
import {
  asksForStatus,
  findKind,
  kindOfLabel,
  tellsOfMine,
  tellsOfOthers,
  tellsOfTrouble,
  wantsAnEnd,
} from "./kind.ts";
import { laidOver } from "./laid-over.ts";
import { tablesOfHtml, withoutRows } from "./mail-tables.ts";
import { mergePeople } from "./merge-people.ts";
import { peopleInTable } from "./people-in-table.ts";
import { type PeopleInText, peopleInText } from "./people-in-text.ts";
import { toValue } from "./person-draft.ts";
import { provinceOfOffice } from "./places.ts";
import { readField } from "./read-field.ts";
import { REPLY_MARKS } from "./reply-marks.ts";
import { loadRequestWords, type RequestWords } from "./request-words.ts";
import { partText, type Table } from "./text-tables.ts";
import { partZones } from "./text-zones.ts";
import type { ExtractedPerson, Extraction, Fields, FoundPerson, RequestExtractor, RequestMaterial } from "./types.ts";
import { writerOf } from "./writer.ts";

/** Characters of a text, and people in it, that are read. */
const LONGEST_TEXT = 128 * 1024;
const MOST_PEOPLE = 500;
/** How much less sure is what stands in the mail and not beside its person. */
const UNSURE = 0.7;
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

/** A table and the people in it. */
interface List extends Table {
  readonly people: readonly FoundPerson[];
}

function listOf(table: Table, words: RequestWords): List {
  return { ...table, people: peopleInTable(table, words) };
}

/** Reads what one person wrote: the people they name, else their own matter. In: also the lists that stand beside their text. */
function readLetter(material: RequestMaterial, beside: readonly List[], words: RequestWords) {
  const parts = partText(material.text, words, (table) => {
    const list = listOf(table, words);
    return namesPeople(list) ? list : undefined;
  });
  const zones = partZones(parts.lines, words, material.sender?.name);
  const headings = parts.tables.map(({ rows: [first = []] }) => first.join(" "));
  const writer = writerOf(material.sender, words);
  const listed = [...beside, ...parts.tables].flatMap(({ people }) => people);
  const context: Context = {
    material,
    words,
    writer,
    isSigned:
      writer !== undefined && zones.signature.some((line) => isSameText(words.withoutTitle(line.trim()), writer)),
    text: [material.subject, "", ...headings, ...zones.body].join("\n"),
    written: peopleInText(zones.body, words, {
      names: listed.flatMap(({ fields: { name } }) => (name ? [name.value] : [])),
      writer,
    }),
    signature: peopleInText(zones.signature, words),
  };
  const isNamed = listed.length > 0 || context.written.people.some(hasKey);
  const titled = isNamed ? listed : namedInSubject(context);
  return { people: isNamed || titled.length > 0 ? named(titled, context) : own(context), loose: answersIn(context) };
}

/** "1. Ayşe Yılmaz (TC …), 0532 …": lines parted by commas that are no table show no name in a cell of its own. */
function namesPeople({ people }: List): boolean {
  return people.filter(({ fields }) => fields.name).length * 2 > people.length;
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

interface Context {
  readonly material: RequestMaterial;
  readonly words: RequestWords;
  /** The person who writes, where the mail's head names one. */
  readonly writer: string | undefined;
  /** Their name stands below the text. */
  readonly isSigned: boolean;
  readonly text: string;
  readonly signature: PeopleInText;
  readonly written: PeopleInText;
}

/** The people a mail names, one entry each. */
function named(listed: readonly FoundPerson[], context: Context): ExtractedPerson[] {
  const { material, words, text, written, writer } = context;
  if (listed.length === 0 && asksForStatus(text, words)) return [];
  const found = findKind(text, words, true);
  const isOurs = found !== undefined || /imza/.test(fold(text));
  const isOther = found === undefined && (wantsAnEnd(text, words) || tellsOfTrouble(text, words));
  const named = withSubject(
    withToldByPlace(
      mergePeople([...listed, ...written.people.filter(hasKey)]).map((person) => withMention(person, context)),
      context,
    ),
    context,
  );
  // A bare name is only asked for when something is asked.
  const asked = found ? named : named.filter(({ fields }) => !fields.name || Object.keys(fields).length > 1);
  const people = credible(asked, isOurs).map((person) => ({
    ...person,
    fields: withoutForeignAddress(laidOver(sharedWith(person, context), person.fields), material),
  }));
  const [only] = people;
  if (people.length === 1 && only) people[0] = { ...only, fields: withTheirAddress(only.fields, context) };
  const isMine = tellsOfMine(text, words);
  const ofWriter = { isMine, isOwn: found?.isOwn === true || isMine };
  const isOwn = people.length === 1 && people[0] !== undefined && isSender(people[0], ofWriter, context);
  return people.map((person) => {
    const isToldOfNobody = people.length === 1 && !person.fields.name;
    const led = isToldOfNobody ? person.fields : withLead(person.fields, writer);
    const fields = withProvince(isOwn ? withSender(person.fields, context) : withOwnAddress(led, context), words);
    // Of several people each may have a matter of their own.
    const told = people.length > 1 ? kindOfOne(person, words) : undefined;
    const kind = person.kind ?? told ?? found?.kind ?? (isOther ? "other" : kindByLooks(fields, isOurs));
    return { kind, fields, passage: person.passage, otherPhones: person.otherPhones };
  });
}

/** What is told of one of several alone, beside them or above. */
function kindOfOne({ passage, heading = "" }: FoundPerson, words: RequestWords): RequestKind | undefined {
  const labelled = kindOfLabel(passage) ?? findKind(passage, words, true)?.kind;
  return labelled ?? kindOfLabel(heading) ?? findKind(heading, words, true)?.kind;
}

/** What is said of somebody of a list outside of it: "yalnız Ayşe Özen'in hattı faturasız". */
function withMention(person: FoundPerson, { written }: Context): FoundPerson {
  const { name } = person.fields;
  const said = name && written.mentioned.get(fold(name.value));
  return said ? { ...person, fields: laidOver(said.fields, person.fields) } : person;
}

/** "İlk ikisi Turkcell, sonuncusu Vodafone": what is said of people by their place among all. */
function withToldByPlace(people: readonly FoundPerson[], { written: { byPlace } }: Context): readonly FoundPerson[] {
  if (byPlace.length === 0) return people;
  return people.map((person, at) => {
    const told = byPlace.filter(({ places }) => places.includes(at) || places.includes(at - people.length));
    const fields = told.map(({ finding }) => [finding.field, toValue(finding)] as const);
    return { ...person, fields: laidOver(Object.fromEntries(fields), person.fields) };
  });
}

/** What is said of all, without the fields of which this one is an exception. */
function sharedWith({ spared = [] }: FoundPerson, { written }: Context): Fields {
  const told = Object.entries(written.shared) as [RequestField, FieldValue][];
  return Object.fromEntries(told.filter(([field]) => !spared.includes(field)));
}

/** "Mobil imza başvurusu - Ferhat Toprak - 10000000146": all that is told of somebody. A subject that is answered tells of them again. */
function namedInSubject({ material: { subject }, words, text }: Context): readonly FoundPerson[] {
  if (REPLY_MARKS.test(subject) || asksForStatus(text, words)) return [];
  return peopleInText([subject], words).people.filter(
    ({ fields: { name, nationalId } }) => name && name.confidence > GUESSED && nationalId && !nationalId.problem,
  );
}

/** Of the one person of a mail the subject may tell what the text does not: "Mobil imza başvurusu - Ferhat Toprak - 186387 sicil". */
function withSubject(people: readonly FoundPerson[], { material, words }: Context): readonly FoundPerson[] {
  const [only] = people;
  if (!only || people.length > 1) return people;
  const titled = peopleInText([material.subject], words);
  const [told, ...others] = [...titled.people, ...titled.mentioned.values()];
  // "Acele Lütfen" has capitals as a name has.
  if (!told || others.length > 0 || (told.fields.name && told.fields.name.confidence <= GUESSED)) return people;
  const known = only.fields.name;
  if (known && told.fields.name && !isSameText(known.value, told.fields.name.value)) return people;
  return [{ ...only, fields: laidOver(told.fields, only.fields) }];
}

/** Nobody is named: the writer's own matter, when one is told. */
function own(context: Context): ExtractedPerson[] {
  const { material, words, text, written } = context;
  const found = findKind(text, words, false);
  if (!found?.isOwn || !material.sender) return [];
  const [person] = written.people;
  const fields = withProvince(withSender(laidOver(written.shared, person?.fields ?? {}), context), words);
  const passage = person?.passage || text.trim().slice(0, 1_000);
  return [{ kind: found.kind, fields, passage, otherPhones: person?.otherPhones ?? [] }];
}

/**
 * In a mail about other things, names and numbers are no request: only a T.C. kimlik no that is right, with somebody to it, makes
 * one, or one with a slip in it beside a name and a mobile number; then the others listed beside it count too.
 */
function credible(people: readonly FoundPerson[], isOurs: boolean): readonly FoundPerson[] {
  const isSure = ({ fields: { nationalId, name, phone } }: FoundPerson) =>
    nationalId !== undefined &&
    (nationalId.problem
      ? name !== undefined && phone !== undefined
      : name !== undefined || phone !== undefined || nationalId.confidence > 0.96);
  if (!isOurs && !people.some(isSure)) return [];
  return people.filter(({ fields }) => fields.nationalId || Object.values(fields).some(({ problem }) => !problem));
}

/** What may answer a question: said of nobody, or of one person without a name. */
function answersIn({ written, material, words }: Context): Fields {
  const [only] = written.people;
  const ofOne = written.people.length === 1 ? only?.fields : {};
  return withProvince(withoutForeignAddress({ ...written.loose, ...ofOne }, material), words);
}

function hasKey({ fields }: FoundPerson): boolean {
  return fields.nationalId !== undefined || fields.name !== undefined || fields.registryNumber !== undefined;
}

interface OfWriter {
  /** Things are called the writer's own. */
  readonly isMine: boolean;
  /** Or the matter is one that people write of for themselves. */
  readonly isOwn: boolean;
}

function isSender({ fields: { name, nationalId } }: FoundPerson, told: OfWriter, context: Context): boolean {
  const { material, words, text, writer, isSigned } = context;
  const { sender } = material;
  // Numbers and a name below them, without a word of anybody else. A lead who answers this office for one of theirs writes just so.
  const isSignedAsOwn = isSigned && nationalId && !tellsOfOthers(text, words) && !REPLY_MARKS.test(material.subject);
  if (!name || !sender?.name) return told.isOwn || isSignedAsOwn === true;
  if (isSameText(name.value, sender.name) || isPartOfName(sender.name, name.value)) return true;
  // Behind the mailbox of an office is whoever names things their own.
  return writer ? isSameText(name.value, writer) : told.isMine;
}

/** "nazlı" or "Nazlı Bozkurt" is how Nazlı Hilal Er Bozkurt calls herself. */
function isPartOfName(part: string, name: string): boolean {
  const whole = new Set(fold(name).split(/\s+/));
  const [first = "", ...others] = fold(part).trim().split(/\s+/);
  return fold(name).startsWith(first) && [first, ...others].every((word) => whole.has(word));
}

/** The one address in a mail about one person is theirs, unless it is the sender's, who may write for them. */
function withTheirAddress(fields: Fields, { material, written }: Context): Fields {
  const { email } = withoutForeignAddress(written.loose, material);
  if (!email || fields.email || email.value === material.sender?.email) return fields;
  // "Kimden: Ali Veli <ali@…>": an address between angle brackets is that of a mail's sender or reader.
  if (material.text.includes(`<${email.source.quote}>`)) return fields;
  return { ...fields, email: { ...email, confidence: email.confidence * UNSURE } };
}

/** The office's own address in a mail is nobody's. */
function withoutForeignAddress(fields: Fields, { ownAddresses = [] }: RequestMaterial): Fields {
  const { email, ...others } = fields;
  return email && ownAddresses.includes(email.value) ? others : fields;
}

/** What the writer's signature and address tell of a matter of their own. */
function withSender(fields: Fields, { material, signature, writer }: Context): Fields {
  const { name, email } = material.sender ?? {};
  const source = { kind: "sender" } as const;
  const known = {
    ...(email && { email: { value: email, source: { ...source, quote: email }, confidence: 0.9 } }),
    ...(writer && { name: { value: writer, source: { ...source, quote: name ?? writer }, confidence: 0.7 } }),
    ...signature.shared,
    ...withoutDeskPhone(signature.people[0]?.fields ?? {}),
  };
  return laidOver(known, fields);
}

/** Who puts themselves on a list of several is reached at the address they write from. */
function withOwnAddress(fields: Fields, { material: { sender }, writer }: Context): Fields {
  if (!writer || !sender?.email || fields.email || !fields.name || !isSameText(fields.name.value, writer))
    return fields;
  const source = { kind: "sender", quote: sender.email } as const;
  return { ...fields, email: { value: sender.email, source, confidence: 0.9 } };
}

/** The telephone of an office, in a signature, is nobody's mobile. */
function withoutDeskPhone({ phone, ...others }: Fields): Fields {
  return phone && !phone.problem ? { phone, ...others } : others;
}

/** Whoever sends a list of others is their project lead (memo: requests come through the Proje Sorumluları). */
function withLead(fields: Fields, writer: string | undefined): Fields {
  if (!writer || fields.projectLead || (fields.name && isSameText(fields.name.value, writer))) return fields;
  const source = { kind: "sender", quote: writer } as const;
  return { ...fields, projectLead: { value: writer, source, confidence: 0.7 } };
}

/** The province in which an office is, where none is told. */
function withProvince(fields: Fields, words: RequestWords): Fields {
  const { unit, province: told } = fields;
  if (!unit || told) return fields;
  const found = provinceOfOffice(unit.value, words);
  if (!found) return fields;
  const { province, isConcluded } = found;
  const source = { ...unit.source, ...(isConcluded && { isConcluded }) };
  return { ...fields, province: { value: province, source, confidence: unit.confidence * CONCLUDED } };
}

/** People listed to this office without a word why: an application when the signature is spoken of, or what one needs is told. */
function kindByLooks(fields: Fields, isOurs: boolean): RequestKind {
  const { operator, lineType, name, phone, nationalId } = fields;
  const isComplete = nationalId && (operator || lineType || (name && phone));
  return isComplete || isOurs ? "newApplication" : "other";
}

/** A paragraph sent as one endless line is cut where it may be: every line costs more than its length. */
function withShortLines(text: string): string {
  if (!LONG_LINE.test(text)) return text;
  return text.replace(new RegExp(LONG_LINE, "g"), (line) => line.replace(/.{1,1500}(?:\s|$)|.{1500}/g, "$&\n"));
}
