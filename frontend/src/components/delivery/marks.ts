import type { Violation } from "../../api/schema";
import { placesIn } from "../../lib/json-text";

/** Where in a text a violation is, counted from 1. */
export interface Mark {
  violation: Violation;
  /** Which of the violations it is, counted from 1. */
  number: number;
  line: number;
  column: number | undefined;
}

const place = /line (\d+), column (\d+)/;

/** Where a pretty-printed body breaks its schema. */
export function marksInJson(pretty: string, violations: readonly Violation[]): Mark[] {
  const placeOf = placesIn(pretty);
  return violations.flatMap((violation, index) =>
    violation.keyword === "more"
      ? []
      : [
          {
            violation,
            number: index + 1,
            line: placeOf(violation.path)?.line ?? 1,
            column: undefined,
          },
        ],
  );
}

/** Where a body stops being JSON, as its violation tells it. */
export function marksInText(text: string, violations: readonly Violation[]): Mark[] {
  const lines = text.split("\n").length;
  return violations.flatMap((violation, index) => {
    const [, line, column] = place.exec(violation.message) ?? [];
    return violation.keyword === "json" && line !== undefined
      ? [
          {
            violation,
            number: index + 1,
            line: Math.min(Number(line), lines),
            column: Number(column),
          },
        ]
      : [];
  });
}
