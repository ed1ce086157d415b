import { expect, test } from "vitest";
import { withTyped } from "./typed-json";

test("what was typed stands in it as it was typed", () => {
  expect(
    withTyped({ name: "x", payload: {} }, { payload: '{"id": 12345678901234567890.10}' }),
  ).toBe('{"name":"x","payload":{"id": 12345678901234567890.10}}');
});

test("what is no JSON cannot break out of its member", () => {
  const text = withTyped({ payload: {} }, { payload: '{}, "action": {}' });
  expect(JSON.parse(text)).toEqual({ payload: {} });
});

test("a member that is not there stays away", () => {
  expect(withTyped({ a: 1, b: undefined }, { c: "2" })).toBe('{"a":1}');
});
