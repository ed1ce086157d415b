type Json = Record<string, unknown>;

const byFormat: Record<string, string> = {
  date: "2026-05-26",
  "date-time": "2026-05-26T09:30:00Z",
  time: "09:30:00Z",
  email: "homer@example.org",
  uri: "https://example.org",
  uuid: "018f0000-0000-7000-8000-000000000001",
};

/** A payload such as a schema describes: what its author gave as an example, else something of each type. */
export function samplePayload(schema: unknown): Json {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, sampleOf(name, property)]),
  );
}

function sampleOf(name: string, property: unknown): unknown {
  if (!isObject(property)) {
    return name;
  }
  const given = [
    property.const,
    property.default,
    ...[property.examples, property.enum].flatMap((values) =>
      Array.isArray(values) ? values : [],
    ),
  ].find((value) => value !== undefined);
  return given ?? ofType(name, property);
}

function ofType(name: string, property: Json): unknown {
  const type = Array.isArray(property.type) ? property.type[0] : property.type;
  const least = typeof property.minimum === "number" ? property.minimum : 1;
  switch (type) {
    case "integer":
      return Math.ceil(least);
    case "number":
      return least === 1 ? 1.5 : least;
    case "boolean":
      return true;
    case "null":
      return null;
    default: {
      const text = byFormat[String(property.format)] ?? name;
      const longest = typeof property.maxLength === "number" ? property.maxLength : text.length;
      return text.slice(0, longest);
    }
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
