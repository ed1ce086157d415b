import { expect, test } from "vitest";
import type { RehearsalExample } from "../../../api/schema";
import { reasonsOf } from "./reasons";

const rejected = (deliveryId: string, ...faults: [path: string, message: string][]) =>
  ({
    deliveryId,
    receivedAt: "2026-11-23T15:04:05.000Z",
    outcome: "SUCCEEDED",
    violations: faults.map(([path, message]) => ({ path, keyword: "any", message })),
  }) satisfies RehearsalExample;

const briefly = (...examples: RehearsalExample[]) =>
  reasonsOf(examples).map(
    ({ message, deliveries }) => `${message} ${deliveries.map((each) => each.deliveryId).join("")}`,
  );

test("what is wrong with several deliveries is one reason, the most frequent first", () => {
  expect(
    briefly(
      rejected("a", ["/count", "count is text."]),
      rejected("b", ["/email", "email is missing."], ["/count", "count is text."]),
      rejected("c", ["/email", "email is missing."]),
      rejected("d", ["/email", "email is missing."]),
    ),
  ).toEqual(["email is missing. bcd", "count is text. ab"]);
});

test("the same words of two places are two reasons, twice in one delivery they are one", () => {
  expect(
    briefly(
      rejected("a", ["/a.b", "a.b is missing."], ["/a/b", "a.b is missing."]),
      rejected("b", ["/a.b", "a.b is missing."], ["/a.b", "a.b is missing."]),
    ),
  ).toEqual(["a.b is missing. ab", "a.b is missing. a"]);
});

test("names such as “constructor” are names", () => {
  expect(briefly(rejected("a", ["/constructor", "constructor is missing."]))).toEqual([
    "constructor is missing. a",
  ]);
});
