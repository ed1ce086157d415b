import { expect, test } from "vitest";
import { prettyJson } from "./json";
import { locate } from "./json-text";

function lineOf(json: string, pointer: string): string | undefined {
  const pretty = prettyJson(json) ?? "";
  return pretty.split("\n")[(locate(pretty, pointer)?.line ?? 0) - 1];
}

test("a member of an object stands on the line of its name", () => {
  expect(lineOf('{"a":1,"b":{"c":[1,{"d":2}]}}', "/b")).toBe('  "b": {');
  expect(lineOf('{"a":1,"b":{"c":[1,{"d":2}]}}', "/b/c/1/d")).toBe('        "d": 2');
});

test("an element of a list stands on its own line", () => {
  expect(lineOf('[[1,2],{},"x"]', "/0/1")).toBe("    2");
  expect(lineOf('[[1,2],{},"x"]', "/2")).toBe('  "x"');
});

test("what is missing stands at the object that it is missing in", () => {
  expect(lineOf('{"a":{"b":1}}', "/a/missing")).toBe('  "a": {');
  expect(lineOf('{"a":{"b":1}}', "/missing")).toBe("{");
});

test("names that a pointer escapes are found, quotes and brackets in them, too", () => {
  expect(lineOf('{"a/b":1,"m~n":2,"q\\"{":3}', "/a~1b")).toBe('  "a/b": 1,');
  expect(lineOf('{"a/b":1,"m~n":2,"q\\"{":3}', "/m~0n")).toBe('  "m~n": 2,');
  expect(lineOf('{"a/b":1,"m~n":2,"q\\"{":3}', '/q"{')).toBe('  "q\\"{": 3');
});

test("a text that equals a name is not taken for it", () => {
  expect(lineOf('{"a":"b","b":"a"}', "/b")).toBe('  "b": "a"');
});

test("a body that is no object has its one line", () => {
  expect(lineOf('"text"', "")).toBe('"text"');
  expect(lineOf("3", "/count")).toBe("3");
});
