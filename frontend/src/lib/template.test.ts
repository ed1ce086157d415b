import { expect, test } from "vitest";
import { nearest } from "./nearest";
import {
  completionAt,
  insertionAt,
  matching,
  parseTemplate,
  referenceTo,
  templateProblems,
} from "./template";

const shape = (text: string) =>
  parseTemplate(text, ["first", "$type"])
    .map(({ kind, from, to, name }) =>
      kind === "property" ? `<${name}>` : kind === "open" ? `!${from + 1}` : text.slice(from, to),
    )
    .join("|");

// The same as the backend's TemplateTest.
test.each([
  ["", ""],
  ["TEST", "TEST"],
  ["DATE:$$date$$", "DATE:|<date>"],
  ["First name: $$first$$, Last name: $$last$$", "First name: |<first>|, Last name: |<last>"],
  ["$$first$$$$last$$", "<first>|<last>"],
  ["$$with space$$", "<with space>"],
  ["$$straße.1$$", "<straße.1>"],
  ["$$pri$ce$$", "<pri$ce>"],
  ["$$$first$$", "$|<first>"],
  ["costs $$$first$$$", "costs |$|<first>|$"],
  ["$$$$$$$first$$", "$$$$|$|<first>"],
  ["$$$type$$", "<$type>"],
  ["$5 and $6", "$5 and $6"],
  ["$", "$"],
  ["$$$$", "$$$$"],
  ["$$$$$", "$$$$|$"],
  ["$$$$$$$$", "$$$$|$$$$"],
  ["$$$$$$first$$", "$$$$|<first>"],
  ["$$first$$$$$$", "<first>|$$$$"],
  ["$$$$first$$$$", "$$$$|first|$$$$"],
  ["a$$$$b$$first$$c$$$$d", "a|$$$$|b|<first>|c|$$$$|d"],
  ["$$", "!1"],
  ["$$$", "!1"],
  ["$$first", "!1"],
  ["a $$first$", "a |!3"],
  ["$$first$$ and $$", "<first>| and |!15"],
  ["$$$$$$", "$$$$|!5"],
  ["$$first$$$$", "<first>|!10"],
  ["$$$$first$$", "$$$$|first|!10"],
  ["costs $$5", "costs |!7"],
])("parses %j as the backend does", (text, expected) => {
  expect(shape(text)).toBe(expected);
});

test("the parts of any text are all of it, in order", () => {
  const pieces = ["$", "$$", "a", " ", "first", "$$$"];
  for (let n = 0; n < 6 ** 4; n++) {
    const text = [n % 6, (n / 6) % 6, (n / 36) % 6, n / 216].map((i) => pieces[i | 0]).join("");
    const parts = parseTemplate(text, ["first", "$type"]);
    expect(parts.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
    expect(parts.filter(({ kind, name }) => kind === "property" && name === "")).toEqual([]);
  }
});

test.each([
  ["firstName", "$$firstName$$"],
  ["with space", "$$with space$$"],
  ["pri$ce", "$$pri$ce$$"],
  ["", undefined],
  ["a$$b", undefined],
  ["cost$", undefined],
  ["$type", "$$$type$$"],
])("refers to %j if a template can", (name, reference) => {
  expect(referenceTo(name)).toBe(reference);
});

test("an unknown property is a problem, with what was probably meant", () => {
  expect(templateProblems("Hello $$fristName$$ $$lastName$$", ["firstName", "lastName"])).toEqual([
    {
      from: 6,
      to: 19,
      message: "“fristName” is not a property of the JSON Schema.",
      suggestion: "$$firstName$$",
    },
  ]);
});

test("a reference that is never closed says where it opens", () => {
  const [problem] = templateProblems("costs $$5", ["amount"]);
  expect(problem?.message).toBe(
    "The $$ at character 7 opens a property that is never closed; write $$$$ for a plain $$.",
  );
  expect(problem?.suggestion).toBeUndefined();
  expect(templateProblems("$$amuont", ["amount"])[0]?.suggestion).toBe("$$amount$$");
});

test.each([
  ["fristname", "firstName"],
  ["FIRSTNAME", "firstName"],
  ["lastname", "lastName"],
  ["emial", "email"],
  ["em", undefined],
  ["colour", undefined],
  ["x".repeat(101), undefined],
])("the nearest to %j is %j", (typed, expected) => {
  expect(nearest(typed, ["firstName", "lastName", "email", "x".repeat(102)])).toBe(expected);
});

test.each([
  // "|" is the cursor.
  ["$$|", { from: 0, to: 2, query: "", isSure: true }],
  ["Hello $$fir|", { from: 6, to: 11, query: "fir", isSure: true }],
  ["$$fir|$$", { from: 0, to: 7, query: "fir", isSure: true }],
  ["$$fir|st$$!", { from: 0, to: 9, query: "fir", isSure: true }],
  ["$$fir| and $$last$$", { from: 0, to: 5, query: "fir", isSure: true }],
  ["costs $|", { from: 6, to: 7, query: "", isSure: false }],
  ["costs $5|", undefined],
  ["$$first$$|", undefined],
  ["$$$$|", undefined],
  ["|$$first$$", undefined],
  ["plain|", undefined],
  ["$$$fir|", { from: 1, to: 6, query: "fir", isSure: true }],
  ["$$$ty|", { from: 0, to: 5, query: "$ty", isSure: true }],
  ["$$a$$$|", { from: 5, to: 6, query: "", isSure: false }],
])("completes %j", (marked, expected) => {
  const cursor = marked.indexOf("|");
  expect(completionAt(marked.replace("|", ""), cursor, ["first", "$type"])).toEqual(expected);
});

test("names that begin with what is typed come before names that contain it", () => {
  const names = ["lastName", "nameTag", "firstName", "cost$"];
  expect(matching("name", names)).toEqual(["nameTag", "lastName", "firstName"]);
  expect(matching("", names)).toEqual(["lastName", "nameTag", "firstName"]);
});

test.each([
  ["a|b", "a$$x$$b"],
  ["[ab]c", "$$x$$c"],
  ["$$fi|", "$$x$$"],
  ["costs $|", "costs $$$x$$"],
  ["costs $$$fi|", "costs $$$x$$"],
  ["$$fir|st$$ b", "$$first$$$$x$$ b"],
  ["$$|$$", "$$$$$$x$$"],
])("inserts into %j", (marked, expected) => {
  const from = marked.search(/[|[]/);
  const text = marked.replace(/[|[\]]/g, "");
  const to = marked.includes("]") ? marked.indexOf("]") - 1 : from;
  const place = insertionAt(text, from, to, ["first"]);
  expect(text.slice(0, place.from) + referenceTo("x") + text.slice(place.to)).toBe(expected);
});
