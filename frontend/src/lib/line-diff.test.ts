import { expect, test } from "vitest";
import { diffLines } from "./line-diff";

const marks = { same: " ", removed: "-", added: "+" };

function diff(before: string, after: string): string {
  return diffLines(before.split("").join("\n"), after.split("").join("\n"))
    .map(({ kind, text }) => `${marks[kind]}${text}`)
    .join("");
}

test.each([
  ["abc", "abc", " a b c"],
  ["abc", "axc", " a-b+x c"],
  ["abc", "abxc", " a b+x c"],
  ["abc", "ac", " a-b c"],
  ["a", "xay", "+x a+y"],
  ["abcabba", "cbabac", "-a-b c+b a b-b a+c"],
])("from %s to %s", (before, after, expected) => {
  expect(diff(before, after)).toBe(expected);
});

test("taking what was removed and leaving out what was added gives the text before", () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 200; round += 1) {
    const text = () => Array.from({ length: 1 + next(12) }, () => "abc"[next(3)]).join("\n");
    const [before, after] = [text(), text()];
    const lines = diffLines(before, after);
    const without = (kind: string) =>
      lines
        .filter((line) => line.kind !== kind)
        .map((line) => line.text)
        .join("\n");
    expect(without("added")).toBe(before);
    expect(without("removed")).toBe(after);
  }
});

test("texts without a line in common are shown one after the other, at any length", () => {
  const before = Array.from({ length: 4000 }, (_, index) => `a${index}`).join("\n");
  const after = Array.from({ length: 4000 }, (_, index) => `b${index}`).join("\n");
  const lines = diffLines(before, after);
  expect(lines).toHaveLength(8000);
  expect(lines[0]).toEqual({ kind: "removed", text: "a0" });
  expect(lines[7999]).toEqual({ kind: "added", text: "b3999" });
});
