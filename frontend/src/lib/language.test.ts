import { expect, test } from "vitest";
import { asList, asNumber, inOrder } from "./language";

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
