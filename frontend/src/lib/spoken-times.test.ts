import { expect, test } from "vitest";
import { inViewersZone } from "./spoken-times";

test.each([
  [
    "refused since 28 November 2026, 15:50 UTC; nothing was sent.",
    "refused since Nov 28, 10:50; nothing was sent.",
  ],
  ["since 2 July 2026, 03:05 UTC.", "since Jul 1, 23:05."],
  ["silent since 15:50 UTC; then 16:00:05 UTC.", "silent since 10:50; then 11:00:05."],
  ["since 31 Foo 2026, 15:50 UTC, 99:99 UTC", "since 31 Foo 2026, 15:50 UTC, 99:99 UTC"],
  ["UTC is a zone; 15:50 is a time.", "UTC is a zone; 15:50 is a time."],
])("the times of “%s” are the viewer’s", (told, shown) => {
  expect(inViewersZone(told, "2026-11-28T15:55:00Z")).toBe(shown);
});
