import type { Asked, EntryScope, KnowledgeEntry } from "../core/knowledge.ts";

/** What a question limits itself to, read from its marks. */
export interface Constraints {
  readonly operators: readonly string[];
  readonly lineTypes: readonly string[];
  readonly asked: readonly Asked[];
}

type Rule<T> = readonly [T, readonly (readonly string[])[]];

const OPERATORS: readonly Rule<string>[] = [
  ["turkcell", [["@turkcell"]]],
  ["other", [["@otherOperator"]]],
];
const LINE_TYPES: readonly Rule<string>[] = [
  ["postpaid", [["@postpaid"]]],
  ["prepaid", [["@prepaid"]]],
  ["corporate", [["@corporateLine"]]],
];
/** Each is asked when all marks of one of its lists are there. */
const ASKED: readonly Rule<Asked>[] = [
  ["amount", [["@howMuch"], ["@howMany", "@currency"], ["@money", "@what"]]],
  ["duration", [["@howMany", "@day"], ["@howMany", "@month"], ["@howMany", "@year"], ["@duration"]]],
  ["who", [["@who"]]],
  ["where", [["@where"]]],
  ["how", [["@how"]]],
  ["when", [["@when"]]],
  ["whether", [["@whether"]]],
  ["which", [["@which"]]],
  ["what", [["@what"]]],
];

export function constraintsOf(marks: ReadonlySet<string>): Constraints {
  return { operators: met(OPERATORS, marks), lineTypes: met(LINE_TYPES, marks), asked: met(ASKED, marks) };
}

/** What a part of a message limits itself to, or, where it says nothing of it, the message around it does. */
export function within(part: Constraints, whole: Constraints): Constraints {
  return {
    operators: part.operators.length > 0 ? part.operators : whole.operators,
    lineTypes: part.lineTypes.length > 0 ? part.lineTypes : whole.lineTypes,
    asked: part.asked,
  };
}

function met<T>(rules: readonly Rule<T>[], marks: ReadonlySet<string>): T[] {
  return rules.filter(([, lists]) => lists.some((list) => list.every((mark) => marks.has(mark)))).map(([name]) => name);
}

/** Why an entry must not answer this question, in a few words; undefined when it may. */
export function outsideScope(entry: KnowledgeEntry, constraints: Constraints): string | undefined {
  const { scope } = entry;
  if (!scope) return undefined;
  return (
    beyond("operator", scope.operators, constraints.operators) ??
    beyond("lineType", scope.lineTypes, constraints.lineTypes) ??
    unasked(scope, constraints)
  );
}

function beyond(slot: string, allowed: readonly string[] | undefined, found: readonly string[]): string | undefined {
  const outside = allowed && found.find((value) => !allowed.includes(value));
  return outside ? `${slot}=${outside}` : undefined;
}

function unasked(scope: EntryScope, { asked }: Constraints): string | undefined {
  if (!scope.asked || asked.length === 0 || asked.some((kind) => scope.asked?.includes(kind))) return undefined;
  return `asked=${asked.join("+")}`;
}
