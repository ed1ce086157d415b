import { prettyJson } from "../json";
import { type DraftName, uriOf } from "./drafts";
import { formatOf } from "./formats";

export const primitiveTypes = ["string", "integer", "number", "boolean", "null"] as const;
export type PrimitiveType = (typeof primitiveTypes)[number];

/** What a sample tells of one property. */
export interface SampledProperty {
  name: string;
  types: PrimitiveType[];
  format: string | undefined;
  /** Whether every object of the sample has it. */
  isRequired: boolean;
}

export type Sampled =
  | { properties: SampledProperty[]; nested: string[] }
  | { refused: "not-json" | "not-object" | "empty" };

/**
 * What one object, or several in a list, tell of their properties. Inlet takes flat lists only: the
 * names of nested ones come apart.
 */
export function sampledProperties(text: string): Sampled {
  let sample: unknown;
  try {
    sample = JSON.parse(text);
  } catch {
    return { refused: "not-json" };
  }
  const objects = Array.isArray(sample) ? sample : [sample];
  if (!objects.every(isObject)) {
    return { refused: "not-object" };
  }
  // A map, not an object: a property may be called __proto__.
  const values = new Map<string, unknown[]>();
  for (const [name, value] of objects.flatMap((each) => Object.entries(each))) {
    const known = values.get(name);
    if (known === undefined) {
      values.set(name, [value]);
    } else {
      known.push(value);
    }
  }
  if (values.size === 0) {
    return { refused: "empty" };
  }
  const properties: SampledProperty[] = [];
  const nested: string[] = [];
  for (const [name, found] of values) {
    if (found.some((value) => typeof value === "object" && value !== null)) {
      nested.push(name);
    } else {
      properties.push({
        name,
        types: typesOf(found),
        format: formatOf(found),
        isRequired: found.length === objects.length,
      });
    }
  }
  return { properties, nested };
}

function typesOf(values: unknown[]): PrimitiveType[] {
  const types = new Set(values.map(typeOf));
  return primitiveTypes.filter(
    (type) => types.has(type) && !(type === "integer" && types.has("number")),
  );
}

function typeOf(value: unknown): PrimitiveType {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) ? "integer" : "number";
    case "boolean":
      return "boolean";
    default:
      return value === null ? "null" : "string";
  }
}

/** The schema of what a sample tells, as text. */
export function schemaOf(properties: readonly SampledProperty[], draft: DraftName): string {
  const described = properties.map(({ name, types, format }) => {
    const schema = {
      type: types.length === 1 ? types[0] : types,
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
