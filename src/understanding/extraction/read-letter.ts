import type { FieldValue, RequestField, RequestKind } from "../../core/request.ts";
import { fold, isSameText } from "../../language/fold.ts";
import { GUESSED } from "./finding.ts";
import { headedLists, type List, withoutHeadings } from "./headed-lists.ts";
import {
  asksForStatus,
  findKind,
  kindOfLabel,
  onlyAsks,
  tellsOfBorrowedAddress,
  tellsOfMine,
  tellsOfOthers,
  tellsOfTrouble,
  wantsAnEnd,
} from "./kind.ts";
import { laidOver } from "./laid-over.ts";
import type { LetterContext } from "./letter-context.ts";
import { mergePeople } from "./merge-people.ts";
import { peopleInTable } from "./people-in-table.ts";
import { peopleInText } from "./people-in-text.ts";
import { toValue } from "./person-draft.ts";
import { withProvince } from "./places.ts";
import { REPLY_MARKS } from "./reply-marks.ts";
import type { RequestWords } from "./request-words.ts";
import { partText, type Table } from "./text-tables.ts";
import { partZones } from "./text-zones.ts";
import { isSender, withLead, withOwnAddress, withSender } from "./told-by-sender.ts";
import type { ExtractedPerson, Fields, FoundPerson, RequestMaterial } from "./types.ts";
import { writerOf } from "./writer.ts";

/** How much less sure is what stands in the mail and not beside its person. */
const UNSURE = 0.7;

export function listOf(table: Table, words: RequestWords): List {
  return { ...table, people: peopleInTable(table, words) };
}

export interface LetterRead {
  readonly people: readonly ExtractedPerson[];
  /** What may answer a question. */
  readonly loose: Fields;
}

/** Reads what one person wrote: the people they name, else their own matter. In: also the lists that stand beside their text. */
export function readLetter(material: RequestMaterial, beside: readonly List[], words: RequestWords): LetterRead {
  const parts = partText(material.text, words, (table) => {
    const list = listOf(table, words);
    return namesPeople(list) ? list : undefined;
  });
  const { people: listed, headings } = headedLists([...beside, ...parts.tables], words);
  const zones = partZones(withoutHeadings(parts.lines, headings), words, material.sender?.name);
  const columns = parts.tables.map(({ rows: [first = []] }) => first.join(" "));
  const text = [material.subject, "", ...columns, ...headings, ...zones.body].join("\n");
  const writer = tellsOfBorrowedAddress(text, words) ? undefined : writerOf(material.sender, words);
  const context: LetterContext = {
    material,
    words,
    writer,
    isSigned:
      writer !== undefined && zones.signature.some((line) => isSameText(words.withoutTitle(line.trim()), writer)),
    text,
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

/** The people a mail names, one entry each. */
function named(listed: readonly FoundPerson[], context: LetterContext): ExtractedPerson[] {
  const { material, words, text, written, writer } = context;
  if (listed.length === 0 && (asksForStatus(text, words) || asksBelowOwnName(context))) return [];
  const found = findKind(text, words, true);
  const isOurs = found !== undefined || /imza/.test(fold(text));
  const isOther = found === undefined && (wantsAnEnd(text, words) || tellsOfTrouble(text, words));
  const named = withSubject(
    withToldByPlace(mergePeople([...listed, ...written.people.filter(hasKey)]), context).map((person) =>
      withMention(person, context),
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

/** A mail that only asks, and tells of its writer what a signature does: their name, and numbers below it. */
function asksBelowOwnName({ material, words, text, written, writer }: LetterContext): boolean {
  const [person, ...others] = written.people.filter(hasKey);
  const name = person?.fields.name?.value;
  if (!name || others.length > 0) return false;
  if (writer) return isSameText(name, writer) && onlyAsks(text.slice(material.subject.length), words);
  // From an office's mailbox, or an address alone: who signs, begins a line below it all.
  const lines = material.text.split(/\r\n|\r|\n/);
  const signed = lines.findIndex((line) => isSameText(words.withoutTitle(line.trim()).slice(0, name.length), name));
  const above = lines.slice(0, Math.max(0, signed)).join("\n");
  return onlyAsks(above, words) && !tellsOfOthers(above, words);
}

/** What is told of one of several alone, beside them or above. */
function kindOfOne({ passage, ofGroup }: FoundPerson, words: RequestWords): RequestKind | undefined {
  return kindOfLabel(passage) ?? findKind(passage, words, true)?.kind ?? ofGroup?.kind;
}

/** What is said above the list somebody stands in, and of them outside of it: "yalnız Ayşe Özen'in hattı faturasız". */
function withMention(person: FoundPerson, { written }: LetterContext): FoundPerson {
  const { name } = person.fields;
  const said = name && written.mentioned.get(fold(name.value));
  const ofGroup = { ...said?.ofGroup?.fields, ...person.ofGroup?.fields };
  return { ...person, fields: laidOver(laidOver(ofGroup, said?.fields ?? {}), person.fields) };
}

/** "İlk ikisi Turkcell, sonuncusu Vodafone": what is said of people by their place among all. */
function withToldByPlace(
  people: readonly FoundPerson[],
  { written: { byPlace } }: LetterContext,
): readonly FoundPerson[] {
  if (byPlace.length === 0) return people;
  return people.map((person, at) => {
    const told = byPlace.filter(({ places }) => places.includes(at) || places.includes(at - people.length));
    const fields = told.map(({ finding }) => [finding.field, toValue(finding)] as const);
    return { ...person, fields: laidOver(Object.fromEntries(fields), person.fields) };
  });
}

/** What is said of all, without the fields of which this one is an exception. */
function sharedWith({ spared = [] }: FoundPerson, { written }: LetterContext): Fields {
  const told = Object.entries(written.shared) as [RequestField, FieldValue][];
  return Object.fromEntries(told.filter(([field]) => !spared.includes(field)));
}

/** "Mobil imza başvurusu - Ferhat Toprak - 10000000146": all that is told of somebody. A subject that is answered tells of them again. */
function namedInSubject({ material: { subject }, words, text }: LetterContext): readonly FoundPerson[] {
  if (REPLY_MARKS.test(subject) || asksForStatus(text, words)) return [];
  return peopleInText([subject], words).people.filter(
    ({ fields: { name, nationalId } }) => name && name.confidence > GUESSED && nationalId && !nationalId.problem,
  );
}

/** Of the one person of a mail the subject may tell what the text does not: "Mobil imza başvurusu - Ferhat Toprak - 186387 sicil". */
function withSubject(people: readonly FoundPerson[], { material, words }: LetterContext): readonly FoundPerson[] {
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
function own(context: LetterContext): ExtractedPerson[] {
  const { material, words, text, written } = context;
  const found = findKind(text, words, false);
  if (!found?.isOwn || !material.sender) return [];
  const [person] = written.people;
  const ofAll = { ...written.shared, ...person?.ofGroup?.fields };
  const fields = withProvince(withSender(laidOver(ofAll, person?.fields ?? {}), context), words);
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
function answersIn({ written, material, words }: LetterContext): Fields {
  const [only] = written.people;
  const ofOne = written.people.length === 1 ? only?.fields : {};
  return withProvince(withoutForeignAddress({ ...written.loose, ...ofOne }, material), words);
}

function hasKey({ fields }: FoundPerson): boolean {
  return fields.nationalId !== undefined || fields.name !== undefined || fields.registryNumber !== undefined;
}

/** The one address in a mail about one person is theirs, unless it is the sender's, who may write for them. */
function withTheirAddress(fields: Fields, { material, written }: LetterContext): Fields {
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

/** People listed to this office without a word why: an application when the signature is spoken of, or what one needs is told. */
function kindByLooks(fields: Fields, isOurs: boolean): RequestKind {
  const { operator, lineType, name, phone, nationalId } = fields;
  const isComplete = nationalId && (operator || lineType || (name && phone));
  return isComplete || isOurs ? "newApplication" : "other";
}
