import { expect, test } from "vitest";
import { examplesOf } from "./examples";

test("the first value of each property that is not null is its example, digit by digit", () => {
  const sample =
    '[{"a": null, "n": 12345678901234567890}, {"a": "x\\"y", "n": 2, "__proto__": true}]';
  expect([...examplesOf(sample)]).toEqual([
    ["n", "12345678901234567890"],
    ["a", 'x"y'],
    ["__proto__", "true"],
  ]);
  expect(examplesOf("{").size).toBe(0);
});
