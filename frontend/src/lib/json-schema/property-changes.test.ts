import { expect, test } from "vitest";
import { propertyChanges } from "./property-changes";

const schema = (properties: string, required = "[]") =>
  `{"properties": ${properties}, "required": ${required}}`;

const briefly = (before: string, after: string) =>
  propertyChanges(before, after).map(({ name, kind, facts }) =>
    [kind, name, ...facts.map((fact) => `[${fact}]`)].join(" "),
  );

const ofOne = (before: string, after: string) =>
  briefly(schema(`{"a": ${before}}`), schema(`{"a": ${after}}`));

test("properties that are new or gone are told with what they are", () => {
  expect(
    briefly(
      schema('{"a": {"type": "string"}, "gone": {}}'),
      schema(
        '{"a": {"type": "string"}, "n": {"type": "integer", "maximum": 9}, "x": true}',
        '["n"]',
      ),
    ),
  ).toEqual([
    "added n [Whole number] [required] [at most 9]",
    "added x [any type] [optional]",
    "removed gone",
  ]);
});

test.each([
  ['{"type": "string"}', '{"type": "integer"}', "[Whole number, was Text]"],
  ['{"type": "string"}', '{"type": ["null", "string"]}', "[Text or null, was Text]"],
  ['{"type": "string"}', '{"type": "string", "format": "date"}', "[Date, was Text]"],
  ["{}", '{"type": "string"}', "[Text, was any type]"],
  ["{}", '{"maxLength": 5}', "[now at most 5 characters]"],
  ['{"maxLength": 5}', "{}", "[no longer at most 5 characters]"],
  [
    '{"maxLength": 10, "pattern": "^A"}',
    '{"maxLength": 5, "pattern": "^A"}',
    "[at most 5 characters, was at most 10 characters]",
  ],
  [
    '{"maximum": 12345678901234567890}',
    '{"maximum": 12345678901234567891}',
    "[at most 12345678901234567891, was at most 12345678901234567890]",
  ],
  ['{"title": "A"}', '{"title": "B"}', "[something else, as the lines below show]"],
])("from %s to %s it says %s", (before, after, facts) => {
  expect(ofOne(before, after)).toEqual([`changed a ${facts}`]);
});

test("whether a property is required is told, of one that is only required, too", () => {
  const properties = '{"a": {}, "b": {}}';
  expect(briefly(schema(properties, '["a"]'), schema(properties, '["b", "c"]'))).toEqual([
    "changed a [no longer required]",
    "changed b [now required]",
    "added c [any type] [required]",
  ]);
});

test("what is laid out or ordered otherwise has not changed", () => {
  expect(
    briefly(
      schema('{"a": {"type":"string"}, "b": {}}', '["a", "b"]'),
      schema('{"b": {}, "a": {\n  "type": "string"\n}}', '["b", "a"]'),
    ),
  ).toEqual([]);
});

test("what a property refers to counts", () => {
  const referring = (limit: number) =>
    `{"$defs": {"code": {"maxLength": ${limit}}}, "properties": {"a": {"$ref": "#/$defs/code"}}}`;
  expect(briefly(referring(4), referring(6))).toEqual([
    "changed a [at most 6 characters, was at most 4 characters]",
  ]);
});

test("strangers’ names and formats are nothing but names", () => {
  expect(
    briefly(
      schema('{"constructor": {}, "toString": {}}'),
      schema(
        '{"__proto__": {"type": "string", "format": "constructor"}, "toString": {}}',
        '["toString", "hasOwnProperty"]',
      ),
    ),
  ).toEqual([
    "added __proto__ [constructor] [optional]",
    "changed toString [now required]",
    "added hasOwnProperty [any type] [required]",
    "removed constructor",
  ]);
});

test("of what is no schema nothing is told", () => {
  expect(briefly("", "true")).toEqual([]);
  expect(briefly("{", schema('{"a": {}}'))).toEqual(["added a [any type] [optional]"]);
});
