import { expect, test } from "vitest";
import { exportName } from "./export-name";

test("a file is named after what it holds", () => {
  const all = { organization: "northwind", webhook: undefined };
  expect(exportName("deliveries.csv", all)).toBe("deliveries-northwind.csv");
  expect(
    exportName("deliveries.ndjson", {
      ...all,
      webhook: "José’s form / 2",
      from: new Date(2026, 10, 1).toISOString(),
      to: new Date(2026, 10, 9).toISOString(),
    }),
  ).toBe("deliveries-northwind-jose-s-form-2-2026-11-01-2026-11-09.ndjson");
});

test("a name of which nothing can stand in a file's is left out", () => {
  expect(exportName("deliveries.csv", { organization: "n", webhook: "会" })).toBe(
    "deliveries-n.csv",
  );
});
