import { expect, test } from "vitest";
import { prettyJson } from "./json";

test("breaks lines and indents", () => {
  expect(prettyJson('{"a":[1,{"b":null}],"c":{},"d":[]}')).toBe(
    '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
  );
});

test("keeps what parsing would lose", () => {
  expect(prettyJson('{"n":12345678901234567890,"n":1.50,"s":"a: {\\"b\\"} , [c]"}')).toBe(
    '{\n  "n": 12345678901234567890,\n  "n": 1.50,\n  "s": "a: {\\"b\\"} , [c]"\n}',
  );
});

test("leaves text that is no JSON to others", () => {
  expect(prettyJson("hello")).toBeUndefined();
});

test("leaves text that nests beyond reading to others", () => {
  expect(prettyJson("[".repeat(20_000) + "]".repeat(20_000))).toBeUndefined();
});
