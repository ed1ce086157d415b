import { expect, test } from "vitest";
import { jsonSyntaxProblem } from "./json-syntax";

test.each([
  ["", "empty", 1, 1],
  ["  \n ", "empty", 2, 2],
  ["{", "unfinished", 1, 2],
  ['{\n  "a": 1', "unfinished", 2, 9],
  ['{"a"', "unfinished", 1, 5],
  ['{"a":', "unfinished", 1, 6],
  ["[1, 2", "unfinished", 1, 6],
  ['{"a": "x\n}', "openText", 1, 7],
  ['{"a": "x\\q"}', "badText", 1, 9],
  ['{"a": "x\ty"}', "badText", 1, 9],
  ['{\n  "a": yes\n}', "badWord", 2, 8],
  ['{"a": 01}', "badWord", 1, 7],
  ['{"a": 1.}', "badWord", 1, 7],
  ["{'a': 1}", "singleQuotes", 1, 2],
  ["{\"a\": 'x'}", "singleQuotes", 1, 7],
  ["{a: 1}", "noName", 1, 2],
  ['{"a" 1}', "noColon", 1, 6],
  ['{\n  "a": 1\n  "b": 2\n}', "noComma", 3, 3],
  ["[1 2]", "noComma", 1, 4],
  ['{"a": 1,\n}', "trailingComma", 1, 8],
  ["[1, ]", "trailingComma", 1, 3],
  ['{"a": }', "noValue", 1, 7],
  ["[1, , 2]", "noValue", 1, 5],
  ['{"a": 1}\n{"a": 2}', "behindEnd", 2, 1],
  ["\u00a0{}", "badWord", 1, 1],
])("%j has the fault %s at %i:%i", (text, fault, line, column) => {
  expect(jsonSyntaxProblem(text)).toMatchObject({ fault, line, column });
});

test.each(["{}", "[]", ' {"a": [1, -2.5e3, "\\u00e4", null, true]} ', "3"])("%s is JSON", (text) =>
  expect(jsonSyntaxProblem(text)).toBeUndefined(),
);

test("thousands of brackets are a fault like another", () => {
  expect(jsonSyntaxProblem("[".repeat(50_000))).toMatchObject({ line: 1 });
});
