import { parseJson, prettyJson } from "../json";
import { type DraftName, uriOf } from "./drafts";
import { formatOf } from "./formats";

/** What a value may be, beside null. */
export const sampleTypes = ["string", "integer", "number", "boolean"] as const;
export type SampleType = (typeof sampleTypes)[number];

/** What a sample tells of one property. */
export interface SampledProperty {
  name: string;
  types: SampleType[];
  mayBeNull: boolean;
  format: string | undefined;
  /** Whether every object of the sample has it. */
  isRequired: boolean;
}

/** A property that has values within, so that nothing can be mapped from it. */
export interface NestedProperty {
  name: string;
  kind: "object" | "list";
  /** The paths of what an object has in it. */
  members: string[];
}

/** Why a sample tells nothing; that it is no JSON is for others to say. */
export type Refusal = "not-object" | "empty";

export type Sampled =
  | { properties: SampledProperty[]; nested: NestedProperty[]; objects: number }
  | { refused: Refusal };

/**
 * What one object, or several in a list, tell of their properties. Inlet takes flat lists only:
 * nested ones come apart.
 */
export function sampledProperties(text: string): Sampled {
  const sample = parseJson(text);
  const objects = Array.isArray(sample) ? sample : [sample];
  if (!objects.every(isObject)) {
    return { refused: "not-object" };
  }
  const valuesOf = valuesByName(objects);
  if (valuesOf.size === 0) {
    return { refused: "empty" };
  }
  const properties: SampledProperty[] = [];
  const nested: NestedProperty[] = [];
  for (const [name, values] of valuesOf) {
    if (values.some((value) => typeof value === "object" && value !== null)) {
      nested.push(nestedOf(name, values));
    } else {
      properties.push({
        name,
        types: typesOf(values),
        mayBeNull: values.includes(null),
        format: formatOf(values),
        isRequired: values.length === objects.length,
      });
    }
  }
  return { properties, nested, objects: objects.length };
}

// A map, not an object: a property may be called __proto__.
function valuesByName(objects: Record<string, unknown>[]): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const [name, value] of objects.flatMap((each) => Object.entries(each))) {
    const known = values.get(name);
    if (known === undefined) {
      values.set(name, [value]);
    } else {
      known.push(value);
    }
  }
  return values;
}

function nestedOf(name: string, values: unknown[]): NestedProperty {
  if (values.some((value) => Array.isArray(value))) {
    return { name, kind: "list", members: [] };
  }
  const members = valuesByName(values.filter(isObject)).keys();
  return { name, kind: "object", members: [...members].map((each) => `${name}.${each}`) };
}

/** Of a property that is only ever null nothing is known; most are text. */
function typesOf(values: unknown[]): SampleType[] {
  const found = new Set(values.map(typeOf));
  const types = sampleTypes.filter(
    (type) => found.has(type) && !(type === "integer" && found.has("number")),
  );
  return types.length === 0 ? ["string"] : types;
}

function typeOf(value: unknown): SampleType | undefined {
  switch (typeof value) {
    case "string":
      return "string";
    case "number":
      return Number.isInteger(value) ? "integer" : "number";
    case "boolean":
      return "boolean";
    default:
      return undefined;
  }
}

/** The schema of what a sample tells, as text. */
export function schemaOf(properties: readonly SampledProperty[], draft: DraftName): string {
  const described = properties.map(({ name, types, mayBeNull, format }) => {
    const allowed = mayBeNull ? [...types, "null"] : types;
    const schema = {
      type: allowed.length === 1 ? allowed[0] : allowed,
      ...(format !== undefined && types.includes("string") && { format }),
    };
    return `${JSON.stringify(name)}: ${JSON.stringify(schema)}`;
  });
  const required = properties
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => JSON.stringify(name));
  const members = [
    `"$schema":${JSON.stringify(uriOf(draft))}`,
    '"type":"object"',
    `"properties":{${described.join()}}`,
    // Draft 4 takes no empty list.
    ...(required.length === 0 ? [] : [`"required":[${required.join()}]`]),
  ];
  // As text, not as an object, in which __proto__ would be no property.
  return prettyJson(`{${members.join()}}`) ?? "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
