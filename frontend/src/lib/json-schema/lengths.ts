import { type Keywords, propertiesOf } from "./keywords";

/** How many characters a property brings when it comes; `max` is undefined if nothing limits it. */
export interface Lengths {
  min: number;
  max: number | undefined;
}

// A map, not an object: a schema may say any word as its format.
const byFormat = new Map<string, Lengths>([
  ["date", { min: 10, max: 10 }],
  ["date-time", { min: 20, max: 35 }],
  ["time", { min: 9, max: 24 }],
  ["uuid", { min: 36, max: 36 }],
]);

/** What a schema tells of the lengths of its properties; only of those that are text. */
export function lengthsOf(schemaText: string): Map<string, Lengths> {
  const found = new Map<string, Lengths>();
  for (const [name, keywords] of propertiesOf(schemaText)) {
    const lengths = ofProperty(keywords);
    if (lengths !== undefined) {
      found.set(name, lengths);
    }
  }
  return found;
}

function ofProperty(property: Keywords): Lengths | undefined {
  const allowed = allowedBy(property);
  if (allowed.length > 0) {
    return { min: Math.min(...allowed), max: Math.max(...allowed) };
  }
  const type = property.node("type");
  const types = type === undefined ? [] : type.kind === "array" ? type.items : [type];
  const names = types.map((each) => property.textOf(each)).filter((each) => each !== "null");
  if (names.length !== 1 || names[0] !== "string") {
    return undefined;
  }
  const format = byFormat.get(property.string("format") ?? "");
  const min = Number(property.number("minLength") ?? 0);
  const max = property.number("maxLength");
  return {
    min: Math.max(min, format?.min ?? 0),
    max: max === undefined ? format?.max : Math.min(Number(max), format?.max ?? Number(max)),
  };
}

/** How long the values are that a schema lists. */
function allowedBy(property: Keywords): number[] {
  const only = property.node("const");
  const listed = property.node("enum");
  const nodes = only !== undefined ? [only] : listed?.kind === "array" ? listed.items : [];
  return nodes.filter(({ kind }) => kind !== "null").map((each) => property.textOf(each).length);
}
