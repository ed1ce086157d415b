import { expect, test } from "vitest";
import { asList, asNumber, asRoundNumber, inOrder } from "./language";

test("words are in the order in which people look for them", () => {
  expect(["b 10", "B 9", "a", "É", "f"].toSorted(inOrder.compare)).toEqual([
    "a",
    "B 9",
    "b 10",
    "É",
    "f",
  ]);
});

test("a list leaves out what is not there", () => {
  expect(asList(["a", undefined, "b", "", false, "c"])).toBe("a, b, c");
  expect(asList([])).toBe("");
});

test("a number has its thousands apart", () => {
  expect(asNumber(12_345)).toBe("12,345");
});

test.each([
  [10_000, "10,000"],
  [999_000, "999,000"],
  [1_000_000, "1 million"],
  [1_230_000, "1.2 million"],
  [123_000_000, "120 million"],
])("a round number is written with no more than is known of it: %i", (number, written) => {
  expect(asRoundNumber(number)).toBe(written);
});
