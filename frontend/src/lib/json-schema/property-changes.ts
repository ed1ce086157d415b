import * as pageTexts from "../../texts/page-texts";
import { prettyJson } from "../json";
import { readJsonText } from "../json-text";
import { constraintsOf } from "./constraints";
import { type Keywords, propertiesOf } from "./keywords";

export interface PropertyChange {
  name: string;
  kind: "added" | "removed" | "changed";
  /** What it is, or what of it changed, in words; of one that is removed nothing. */
  facts: string[];
}

/** What a schema says of one property. */
interface Described {
  type: string;
  isRequired: boolean;
  limits: string[];
  /** All of it, to notice what is not put into words. */
  text: string;
}

/** What became of each property from one schema to another; works on their texts, digit by digit. */
export function propertyChanges(before: string, after: string): PropertyChange[] {
  const described = { before: describe(before), after: describe(after) };
  const names = new Set([...described.after.keys(), ...described.before.keys()]);
  return [...names].flatMap((name) =>
    changeOf(name, described.before.get(name), described.after.get(name)),
  );
}

function changeOf(
  name: string,
  before: Described | undefined,
  after: Described | undefined,
): PropertyChange[] {
  if (after === undefined) {
    return [{ name, kind: "removed", facts: [] }];
  }
  if (before === undefined) {
    const { type, isRequired, limits } = after;
    const required = pageTexts.propertyChanges[isRequired ? "required" : "optional"];
    return [{ name, kind: "added", facts: [type, required, ...limits] }];
  }
  const facts = differences(before, after);
  if (facts.length > 0) {
    return [{ name, kind: "changed", facts }];
  }
  return before.text === after.text
    ? []
    : [{ name, kind: "changed", facts: [pageTexts.propertyChanges.other] }];
}

function differences(before: Described, after: Described): string[] {
  const { wasType, nowRequired, nowOptional, limits } = pageTexts.propertyChanges;
  const gone = before.limits.filter((limit) => !after.limits.includes(limit));
  const come = after.limits.filter((limit) => !before.limits.includes(limit));
  return [
    ...(before.type === after.type ? [] : [wasType(before.type, after.type)]),
    ...(before.isRequired === after.isRequired
      ? []
      : [after.isRequired ? nowRequired : nowOptional]),
    ...(gone.length + come.length === 0 ? [] : [limits(gone, come)]),
  ];
}

/** Each property that a schema describes or only requires. */
function describe(schemaText: string): Map<string, Described> {
  const properties = propertiesOf(schemaText);
  const required = requiredBy(schemaText);
  const limits = constraintsOf(schemaText);
  return new Map(
    [...new Set([...properties.keys(), ...required])].map((name) => {
      const keywords = properties.get(name);
      return [
        name,
        {
          type: (keywords && typeOf(keywords)) || pageTexts.propertyChanges.anyType,
          isRequired: required.has(name),
          limits: limits.get(name) ?? [],
          text: textOf(keywords),
        },
      ];
    }),
  );
}

function typeOf(property: Keywords): string {
  const type = property.node("type");
  const types = type?.kind === "array" ? type.items : type === undefined ? [] : [type];
  return pageTexts.schemaStep.typeOf(
    types.map((each) => property.textOf(each)),
    property.string("format"),
  );
}

/** However it is laid out. */
function textOf(property: Keywords | undefined): string {
  const typed = property?.asTyped() ?? "";
  return prettyJson(typed) ?? typed;
}

function requiredBy(schemaText: string): Set<string> {
  const root = readJsonText(schemaText);
  const names = root?.members.findLast(({ name }) => name === "required")?.value.items ?? [];
  return new Set(
    names
      .filter(({ kind }) => kind === "string")
      .map(({ from, to }) => JSON.parse(schemaText.slice(from, to)) as string),
  );
}
