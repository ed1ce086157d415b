import { expect, test } from "vitest";
import type { ActionField, SchemaProperty } from "../../../api/schema";
import { lengthsOf } from "../../../lib/json-schema/lengths";
import { aField } from "../../../testing/webhook-answers";
import { misfitOf, warningOf } from "./field-fit";

const properties = ["course", "when", "paid", "count"];
const misfit = (type: ActionField["type"], template: string, changes: Partial<ActionField> = {}) =>
  misfitOf(aField("Field", { type, ...changes }), template, properties);

test.each([
  ["DECIMAL", "lots", "Field takes a number."],
  ["DECIMAL", "about $$count$$", "Field takes a number."],
  ["INTEGER", "1.5", "Field takes a whole number."],
  ["BOOLEAN", "maybe", "Field takes true or false."],
  ["DATE", "26 May", "Field takes a date such as 2021-05-26."],
  ["DATE", "on $$when$$", "Field takes a date such as 2021-05-26."],
] as const)("a %s of “%s” can never be one", (type, template, words) => {
  expect(misfit(type, template)).toBe(words);
});

test.each([
  ["DECIMAL", " 1e3 "],
  ["DECIMAL", "-$$count$$.50"],
  ["DECIMAL", "$$course$$"],
  ["INTEGER", "3.0"],
  ["BOOLEAN", "Yes"],
  ["DATE", "2021-05-26"],
  ["DATE_TIME", "2021-05-26T14:30:00+0200"],
  ["DATE_TIME", "$$when$$T00:00:00Z"],
  ["TEXT", "lots"],
  ["DATE", "  "],
] as const)("a %s of “%s” may be one", (type, template) => {
  expect(misfit(type, template)).toBeUndefined();
});

test.each([
  ["101", "Field: this is no e-mail address, such as a@example.org."],
  ["a b@example.org", "Field: this is no e-mail address, such as a@example.org."],
  [" office@example.org ", undefined],
  ["$$course$$", undefined],
  ["$$course$$@example.org", undefined],
])("“%s” as an e-mail address", (template, words) => {
  expect(misfitOf({ ...aField("Field"), isEmail: true }, template, properties)).toBe(words);
});

test("text is too long by itself, or by what stands beside its properties", () => {
  const short = { lengthMax: 5 };
  expect(misfit("TEXT", "123456", short)).toBe("Field holds up to 5 characters; this is 6.");
  expect(misfit("TEXT", "123$$$$", short)).toBeUndefined();
  expect(misfit("TEXT", "1234$$$$", short)).toBe("Field holds up to 5 characters; this is 6.");
  expect(misfit("TEXT", "123456$$course$$", short)).toBe(
    "Field holds up to 5 characters; the text beside the properties alone is 6.",
  );
});

test("a value that is not one of those allowed is named with them", () => {
  const allowed = { allowedValues: ["A", "B"] };
  expect(misfit("TEXT", "C", allowed)).toBe("Field takes one of “A”, “B”.");
  expect(misfit("TEXT", "B", allowed)).toBeUndefined();
  expect(misfit("TEXT", "$$course$$", allowed)).toBeUndefined();
});

const schema = {
  properties: {
    course: { type: "string", maxLength: 40 },
    when: { type: "string", format: "date-time" },
    name: { type: "string" },
    day: { type: "string", format: "date" },
  },
};
const described: SchemaProperty[] = [
  { name: "course", types: ["string"], isRequired: false },
  { name: "when", types: ["string"], format: "date-time", isRequired: false },
  { name: "name", types: ["string"], isRequired: false },
  { name: "day", types: ["string"], format: "date", isRequired: false },
  { name: "paid", types: ["boolean", "null"], isRequired: false },
  { name: "count", types: ["integer"], isRequired: false },
];
const warning = (template: string, changes: Partial<ActionField>) =>
  warningOf(aField("Field", changes), template, {
    properties: described,
    lengths: lengthsOf(JSON.stringify(schema)),
  });

test.each([
  ["$$course$$", 15, /^This may become 40 characters long\. Field holds 15/],
  ["DATE:$$when$$", 15, /^This becomes at least 25 characters long, and Field holds 15/],
  ["$$name$$", 1, /^The schema does not limit how long “name” is\. Field holds 1 character:/],
])("%s in %d characters is warned of", (template, lengthMax, words) => {
  expect(warning(template, { lengthMax })).toMatch(words);
});

test.each([
  ["DATE:$$day$$", 15],
  ["$$course$$", 40],
  ["$$name$$", 15],
  ["$$count$$", 3],
  ["text", 3],
])("%s in %d characters is not", (template, lengthMax) => {
  expect(warning(template, { lengthMax })).toBeUndefined();
});

test.each([
  ["$$paid$$", "DECIMAL"],
  ["$$when$$", "INTEGER"],
  ["$$count$$", "DATE"],
  ["$$day$$", "BOOLEAN"],
] as const)("%s in a %s is warned of, which its deliveries would fail by", (template, type) => {
  expect(warning(template, { type })).toMatch(/: deliveries will fail\.$/);
});

test.each([
  ["$$count$$", "DECIMAL"],
  ["$$when$$", "DATE"],
  ["$$name$$", "DATE"],
  ["$$paid$$", "BOOLEAN"],
] as const)("%s in a %s is not", (template, type) => {
  expect(warning(template, { type })).toBeUndefined();
});
