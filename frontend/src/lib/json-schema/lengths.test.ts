import { expect, test } from "vitest";
import { lengthsOf } from "./lengths";

const of = (property: string) => lengthsOf(`{"properties": {"a": ${property}}}`).get("a");

test.each([
  ['{"type": "string"}', { min: 0, max: undefined }],
  ['{"type": ["string", "null"], "minLength": 2, "maxLength": 5}', { min: 2, max: 5 }],
  ['{"type": "string", "format": "date"}', { min: 10, max: 10 }],
  ['{"type": "string", "format": "date-time", "maxLength": 20}', { min: 20, max: 20 }],
  ['{"type": "string", "format": "email"}', { min: 0, max: undefined }],
  ['{"type": "string", "format": "constructor"}', { min: 0, max: undefined }],
  ['{"enum": ["a", "abc", null]}', { min: 1, max: 3 }],
  ['{"const": 125}', { min: 3, max: 3 }],
])("%s brings %j", (property, lengths) => {
  expect(of(property)).toEqual(lengths);
});

test.each(['{"type": "integer"}', '{"type": ["string", "integer"]}', "{}", "true"])(
  "of %s nothing is told",
  (property) => {
    expect(of(property)).toBeUndefined();
  },
);
