import { expect, test } from "vitest";
import { asAgo } from "./relative-time";

const now = Date.parse("2026-11-24T12:00:00Z");

test.each([
  ["2026-11-24T11:59:01Z", "Just now"],
  ["2026-11-24T12:03:00Z", "Just now"],
  ["2026-11-24T11:59:00Z", "1 minute ago"],
  ["2026-11-24T10:01:00Z", "1 hour ago"],
  ["2026-11-22T13:00:00Z", "1 day ago"],
  ["2026-10-01T12:00:00Z", "1 month ago"],
  ["2024-11-01T12:00:00Z", "2 years ago"],
])("%s is %s", (instant, said) => {
  expect(asAgo(instant, now)).toBe(said);
});
