import { prettyJson } from "../json";

type Json = Record<string, unknown>;

// A map, not an object: a schema may say any word as its format.
const byFormat = new Map([
  ["date", "2026-05-26"],
  ["date-time", "2026-05-26T09:30:00Z"],
  ["time", "09:30:00Z"],
  ["email", "homer@example.org"],
  ["hostname", "example.org"],
  ["ipv4", "203.0.113.24"],
  ["ipv6", "2001:db8::1"],
  ["uri", "https://example.org"],
  ["uuid", "018f0000-0000-4000-8000-000000000001"],
]);

// A schema may ask for more than anybody wants to read.
const lengthMax = 4000;

/** A payload with every property that a schema describes, as far as it can be guessed; as text. */
export function sampleOf(schema: unknown): string {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  const members = Object.entries(properties).map(
    ([name, property]) =>
      `${JSON.stringify(name)}:${JSON.stringify(exampleOf(name, property)) ?? "null"}`,
  );
  // As text, not as an object, in which __proto__ would be no property.
  return prettyJson(`{${members.join()}}`) ?? "{}";
}

/** What its author gave, else something of its type. */
function exampleOf(name: string, property: unknown): unknown {
  if (!isObject(property)) {
    return name;
  }
  const { const: only, enum: allowed, examples, default: usual } = property;
  const given = [only, first(examples), usual, first(allowed)].find((value) => value !== undefined);
  if (given !== undefined) {
    return given;
  }
  const types = [property.type].flat();
  // Null is allowed beside something that says more.
  const type = types.find((each) => each !== "null") ?? types[0];
  switch (type) {
    case "integer":
      return numberOf(property, 1, 1);
    case "number":
      return numberOf(property, 1.5, 0.5);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return textOf(name, property);
  }
}

function numberOf(property: Json, usual: number, step: number): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = property;
  const isWhole = step === 1;
  // In draft 4 the exclusive ones are true or false, and say it of the other two.
  const least = largest(
    asNumber(exclusiveMinimum === true ? undefined : minimum),
    beyond(exclusiveMinimum === true ? minimum : exclusiveMinimum, step),
  );
  const most = -largest(
    negated(exclusiveMaximum === true ? undefined : maximum),
    negated(beyond(exclusiveMaximum === true ? maximum : exclusiveMaximum, -step)),
  );
  const wanted = Math.min(Math.max(usual, least), most);
  const unit = asNumber(multipleOf);
  if (unit !== undefined && unit > 0) {
    const up = Math.ceil(wanted / unit) * unit;
    return up <= most ? up : Math.floor(most / unit) * unit;
  }
  return isWhole ? (Math.ceil(wanted) <= most ? Math.ceil(wanted) : Math.floor(most)) : wanted;
}

function beyond(limit: unknown, step: number): number | undefined {
  const number = asNumber(limit);
  return number === undefined ? undefined : number + step;
}

function negated(value: unknown): number | undefined {
  const number = asNumber(value);
  return number === undefined ? undefined : -number;
}

function largest(...values: (number | undefined)[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...values.filter((value) => value !== undefined));
}

function textOf(name: string, property: Json): string {
  const format = byFormat.get(String(property.format));
  if (format !== undefined) {
    return format;
  }
  const least = Math.min(asNumber(property.minLength) ?? 0, lengthMax);
  const most = asNumber(property.maxLength) ?? Number.POSITIVE_INFINITY;
  return name.padEnd(least, "x").slice(0, Math.max(0, most));
}

function first(values: unknown): unknown {
  return Array.isArray(values) ? values[0] : undefined;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
