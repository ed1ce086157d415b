import { expect, test } from "vitest";
import { slugOf } from "./slug";

test.each([
  ["Northwind Association", "northwind-association"],
  ["  Ärzte & Söhne, Ltd. ", "arzte-sohne-ltd"],
  ["日本協会", "organization"],
  ["", ""],
  [
    "A very long name of an association of associations",
    "a-very-long-name-of-an-association-of-as",
  ],
])("derives from %j the short name %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
