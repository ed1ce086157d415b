import { expect, test } from "vitest";
import { constraintsOf } from "./constraints";

const of = (property: string, defs = "{}") =>
  constraintsOf(`{"$defs": ${defs}, "properties": {"a": ${property}}}`).get("a");

test.each([
  ['{"maxLength": 10}', "at most 10 characters"],
  ['{"maxLength": 1}', "at most 1 character"],
  ['{"minLength": 0, "maxLength": 9}', "at most 9 characters"],
  ['{"minLength": 2}', "at least 2 characters"],
  ['{"minLength": 2, "maxLength": 5}', "2 to 5 characters"],
  ['{"minLength": 3, "maxLength": 3}', "exactly 3 characters"],
  ['{"minimum": 1, "maximum": 5}', "1 to 5"],
  ['{"minimum": -0.5}', "at least -0.5"],
  ['{"exclusiveMinimum": 0}', "more than 0"],
  ['{"exclusiveMinimum": 0, "maximum": 10}', "more than 0 and at most 10"],
  [
    '{"minimum": 0, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": false}',
    "more than 0 and at most 9",
  ],
  ['{"maximum": 12345678901234567890.10}', "at most 12345678901234567890.10"],
  ['{"multipleOf": 0.01}', "a multiple of 0.01"],
  ['{"pattern": "^\\\\d+$"}', "fits the pattern ^\\d+$"],
  ['{"enum": ["a", 1, null]}', "one of “a”, 1, null"],
  ['{"enum": ["a"]}', "always “a”"],
  ['{"const": "x", "maxLength": 3}', "always “x”"],
])("%s is: %s", (property, words) => {
  expect(of(property)).toEqual([words]);
});

test("several are told one after another", () => {
  expect(of('{"maxLength": 4, "pattern": "^A"}')).toEqual([
    "at most 4 characters",
    "fits the pattern ^A",
  ]);
});

test("what a property refers to counts, and circles end", () => {
  expect(of('{"$ref": "#/$defs/code"}', '{"code": {"maxLength": 4}}')).toEqual([
    "at most 4 characters",
  ]);
  expect(of('{"$ref": "#/$defs/a"}', '{"a": {"$ref": "#/$defs/a"}}')).toBeUndefined();
});

test.each([
  "",
  "{",
  "[]",
  "3",
  '{"properties": 3}',
  '{"properties": {"a": true}}',
  '{"properties": {"a": {"maxLength": "x", "enum": [], "type": "string"}}}',
])("%s demands nothing", (text) => expect(constraintsOf(text).size).toBe(0));

test("a property may be called __proto__", () => {
  expect(constraintsOf('{"properties": {"__proto__": {"maxLength": 1}}}').get("__proto__")).toEqual(
    ["at most 1 character"],
  );
});
