import { expect, test } from "vitest";
import { diffLines } from "../../../lib/line-diff";
import { fold } from "./fold";

const folded = (before: string, after: string) =>
  fold(diffLines(before.split("").join("\n"), after.split("").join("\n"))).map(
    ({ lines, isFolded }) => `${isFolded ? "…" : ""}${lines.map(({ text }) => text).join("")}`,
  );

test("three lines stay around each change, and more are folded away", () => {
  expect(folded("abcdefghij", "abcdefghiX")).toEqual(["…abcdef", "ghijX"]);
  expect(folded("abcdefghijklm", "Xbcdefghijklm")).toEqual(["aXbcd", "…efghijklm"]);
});

test("a single line is not folded away", () => {
  expect(folded("abcde", "abcdX")).toEqual(["a", "bcdeX"]);
});
