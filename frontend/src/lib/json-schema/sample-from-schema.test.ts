import { expect, test } from "vitest";
import { sampleOf } from "./sample-from-schema";
import { sampleSchema } from "./sample-schema";

const of = (property: unknown) => JSON.parse(sampleOf({ properties: { name: property } })).name;

test("the sample schema has a sample", () => {
  expect(JSON.parse(sampleOf(JSON.parse(sampleSchema)))).toEqual({
    firstName: "firstName",
    lastName: "lastName",
    date: "2026-05-26",
    dateTime: "2026-05-26T09:30:00Z",
    count: 1,
    amount: 1.5,
  });
});

test.each([
  [{ const: 7 }, 7],
  [{ const: null }, null],
  [{ enum: ["a", "b"] }, "a"],
  [{ examples: ["x"], default: "y", enum: ["z"] }, "x"],
  [{ default: false, type: "boolean" }, false],
  [{ type: ["null", "string"] }, "name"],
  [{ type: "null" }, null],
  [{ type: "string", format: "email" }, "homer@example.org"],
  [{ type: "string", format: "constructor" }, "name"],
  [{ type: "string", maxLength: 2 }, "na"],
  [{ type: "string", minLength: 6 }, "namexx"],
  [{ type: "integer", minimum: 10 }, 10],
  [{ type: "integer", minimum: 10.5 }, 11],
  [{ type: "integer", maximum: -3 }, -3],
  [{ type: "integer", exclusiveMinimum: 5 }, 6],
  [{ type: "integer", minimum: 5, exclusiveMinimum: true }, 6],
  [{ type: "integer", maximum: 0, exclusiveMaximum: true }, -1],
  [{ type: "integer", multipleOf: 5 }, 5],
  [{ type: "integer", multipleOf: 5, minimum: 6 }, 10],
  [{ type: "number", exclusiveMaximum: 1 }, 0.5],
  [{ type: "number", minimum: 2.25 }, 2.25],
  [true, "name"],
  [null, "name"],
  [{ type: 3, minLength: "x", enum: [] }, "name"],
])("of %j it is %j", (property, expected) => {
  expect(of(property)).toEqual(expected);
});

test("what is no schema has an empty sample", () => {
  for (const schema of [null, undefined, 3, [], { properties: [] }, { properties: null }]) {
    expect(sampleOf(schema)).toBe("{}");
  }
});

test("a hostile schema makes no huge text and loses no property", () => {
  expect(of({ type: "string", minLength: 1e9 })).toHaveLength(4000);
  const named = JSON.parse('{"properties": {"__proto__": {"type": "integer"}}}');
  expect(sampleOf(named)).toBe('{\n  "__proto__": 1\n}');
});
