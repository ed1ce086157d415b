import { expect, test } from "vitest";
import { locate, readJsonText } from "../json-text";
import { drafts, withDraft } from "./drafts";
import { sampleSchema } from "./sample-schema";
import { type SampledProperty, sampledProperties, schemaOf } from "./schema-from-sample";

function told(sample: unknown) {
  const found = sampledProperties(typeof sample === "string" ? sample : JSON.stringify(sample));
  if ("refused" in found) {
    throw new Error(found.refused);
  }
  return found;
}

const briefly = ({ types, mayBeNull, format, isRequired }: SampledProperty) =>
  [
    [...types, ...(mayBeNull ? ["null"] : [])].join("|"),
    format,
    isRequired ? "required" : undefined,
  ]
    .filter(Boolean)
    .join(" ");

test.each([
  ["Homer", "string required"],
  [3, "integer required"],
  [3.5, "number required"],
  [true, "boolean required"],
  [null, "string|null required"],
  ["2021-05-26", "string date required"],
  ["2021-02-31", "string required"],
  ["2021-05-26T09:30:00Z", "string date-time required"],
  ["2021-05-26T09:30:00.5+02:00", "string date-time required"],
  ["2021-05-26 09:30", "string required"],
  ["homer@example.org", "string email required"],
  ["homer at example.org", "string required"],
  ["https://example.org/x", "string uri required"],
  ["018f0000-0000-7000-8000-000000000001", "string uuid required"],
])("tells what %j is", (value, expected) => {
  expect(told({ a: value }).properties.map(briefly)).toEqual([expected]);
});

test("several objects tell what is always there and which types there are", () => {
  const { properties } = told([
    { a: 1, b: "2021-05-26", c: null },
    { a: 1.5, b: "soon", c: "x@example.org" },
    { a: 2, d: true, c: "y@example.org" },
  ]);

  expect(properties.map((each) => `${each.name}: ${briefly(each)}`)).toEqual([
    "a: number required",
    "b: string",
    "c: string|null email required",
    "d: boolean",
  ]);
});

test("nested values are named and left out", () => {
  const { properties, nested } = told([
    { a: 1, address: { city: "x" }, tags: [] },
    { a: 2, address: { zip: "1", city: "y" }, tags: "x" },
  ]);

  expect(properties.map(({ name }) => name)).toEqual(["a"]);
  expect(nested).toEqual([
    { name: "address", kind: "object", members: ["address.city", "address.zip"] },
    { name: "tags", kind: "list", members: [] },
  ]);
});

test.each([
  ["3", "not-object"],
  ["null", "not-object"],
  ["[{}, 3]", "not-object"],
  ["[[{}]]", "not-object"],
  ["{}", "empty"],
  ["[]", "empty"],
  ["[".repeat(5000) + "]".repeat(5000), "not-object"],
])("refuses %.20s", (text, refused) => {
  expect(sampledProperties(text)).toEqual({ refused });
});

test("the schema of a sample says draft, types, formats and what is required", () => {
  const { properties } = told([{ when: "2021-05-26", count: 1 }, { when: "2021-05-27" }]);

  expect(schemaOf(properties, "draft-07")).toBe(`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "properties": {
    "when": {
      "type": "string",
      "format": "date"
    },
    "count": {
      "type": "integer"
    }
  },
  "required": [
    "when"
  ]
}`);
});

test("what may be null says so", () => {
  const { properties } = told([{ a: null }, { a: "x" }]);
  expect(JSON.parse(schemaOf(properties, "2020-12")).properties.a.type).toEqual(["string", "null"]);
});

test("a property may be called __proto__", () => {
  const { properties } = told('{"__proto__": "x", "constructor": 1}');
  const schema = schemaOf(properties, "2020-12");

  expect(Object.keys(JSON.parse(schema).properties)).toEqual(["__proto__", "constructor"]);
});

test("nothing required leaves the list out, which draft 4 would not take empty", () => {
  const { properties } = told([{ a: 1 }, { b: 1 }]);
  expect(JSON.parse(schemaOf(properties, "draft-04"))).not.toHaveProperty("required");
});

test("the sample schema is the product description's", () => {
  const schema = JSON.parse(sampleSchema);
  expect(Object.keys(schema.properties)).toEqual([
    "firstName",
    "lastName",
    "date",
    "dateTime",
    "count",
    "amount",
  ]);
  expect(schema.required).toEqual(["firstName", "lastName"]);
});

test.each(drafts)("says $name and keeps the rest as it was typed", ({ name, uri }) => {
  expect(withDraft('{ "$schema" : "" ,\n\t"type":"object"}', name)).toBe(
    `{ "$schema" : "${uri}" ,\n\t"type":"object"}`,
  );
  expect(withDraft('{\n    "type": "object"\n}', name)).toBe(
    `{\n    "$schema": "${uri}",\n    "type": "object"\n}`,
  );
  expect(withDraft('{"type":"object"}', name)).toBe(`{"$schema": "${uri}", "type":"object"}`);
  expect(JSON.parse(withDraft("{}", name) ?? "")).toEqual({ $schema: uri });
});

test("only the top of the document says the draft", () => {
  const text = '{"properties":{"$schema":{"type":"string"}}}';
  expect(JSON.parse(withDraft(text, "draft-07") ?? "").properties).toEqual({
    $schema: { type: "string" },
  });
});

test.each(["", "[]", "3", "{", `${"[".repeat(9000)}${"]".repeat(9000)}`])(
  "there is no draft in %.20s",
  (text) => expect(withDraft(text, "2020-12")).toBeUndefined(),
);

const payload = '{\n  "a": "x\\"}",\n  "b/c": [1, -2.5e3],\n  "__proto__": null\n}';

test.each([
  ["", { line: 1, column: 1, endColumn: 2 }],
  ["/a", { line: 2, column: 8, endColumn: 14 }],
  ["/b~1c", { line: 3, column: 10, endColumn: 11 }],
  ["/b~1c/1", { line: 3, column: 14, endColumn: 20 }],
  ["/__proto__", { line: 4, column: 16, endColumn: 20 }],
  ["/missing", { line: 1, column: 1, endColumn: 2 }],
  ["/a/b", { line: 2, column: 8, endColumn: 14 }],
])("finds %j in a payload", (pointer, place) => {
  expect(locate(payload, pointer)).toEqual(place);
});

test("what is no JSON, or nests too deep, has no places", () => {
  expect(locate("{", "/a")).toBeUndefined();
  expect(readJsonText("[".repeat(65) + "]".repeat(65))).toBeUndefined();
  expect(readJsonText("[".repeat(64) + "]".repeat(64))?.kind).toBe("array");
});
