import { expect, test } from "vitest";
import { schemaStep } from "./en/schema-step";

test.each([
  [["string"], "date", "Date"],
  [["string"], "constructor", "constructor"],
  [["null", "string"], undefined, "Text or null"],
  [["toString"], undefined, "toString"],
])("%j with the format %s is called %s", (types, format, said) => {
  expect(schemaStep.typeOf(types, format)).toBe(said);
});
