import { expect, test } from "vitest";
import { pathAfterSignIn } from "./paths";

test.each([
  ["/o/1/deliveries?q=a", "/o/1/deliveries?q=a"],
  ["/o/1/../2", "/o/2"],
])("%s is a page of this app", (from, path) => {
  expect(pathAfterSignIn(from)).toBe(path);
});

test.each([
  null,
  "",
  "o/1",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/o/..//evil.example/x",
  "/%2e%2e//evil.example",
  "/.\t//evil.example",
])("%j leads to the start page", (from) => {
  expect(pathAfterSignIn(from)).toBe("/");
});
