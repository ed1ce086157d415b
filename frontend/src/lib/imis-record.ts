import { type JsonNode, readJsonText } from "./json-text";

/** One value of a record as it was sent to iMIS. */
export interface RecordValue {
  field: string;
  value: string;
}

/**
 * The contact and the properties of the record in a request to iMIS; undefined if it is not in the form of one. Read
 * from the text: a parsed number would lose digits.
 */
export function recordIn(request: string): RecordValue[] | undefined {
  const entity = readJsonText(request);
  const properties = memberOf(memberOf(entity, "Properties"), "$values")?.items;
  if (properties === undefined) {
    return undefined;
  }
  const values = properties.map((property) => ({
    field: textOf(request, memberOf(property, "Name")),
    value: textOf(request, unwrapped(memberOf(property, "Value"))),
  }));
  const isRead = values.every(({ field, value }) => field !== undefined && value !== undefined);
  return isRead ? (values as RecordValue[]) : undefined;
}

/** Whose record it is, where that is not one of its properties. */
export function ownerIn(request: string): string | undefined {
  const parent = memberOf(readJsonText(request), "PrimaryParentIdentity");
  const [id] = memberOf(memberOf(parent, "IdentityElements"), "$values")?.items ?? [];
  return textOf(request, id);
}

/** Numbers and booleans stand beside their type. */
function unwrapped(value: JsonNode | undefined): JsonNode | undefined {
  return value?.kind === "object" ? memberOf(value, "$value") : value;
}

function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.members.find((member) => member.name === name)?.value;
}

function textOf(text: string, node: JsonNode | undefined): string | undefined {
  if (node === undefined || node.kind === "object" || node.kind === "array") {
    return undefined;
  }
  const written = text.slice(node.from, node.to);
  return node.kind === "string" ? (JSON.parse(written) as string) : written;
}
