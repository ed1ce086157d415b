import type { DiffLine } from "../../../lib/line-diff";

/** Lines that stand together; folded ones are all the same as before. */
export interface Folded {
  start: number;
  lines: DiffLine[];
  isFolded: boolean;
}

/** So many lines that stayed are shown around what changed. */
const context = 3;

/** Splits a difference into what is shown and what is not needed to understand it. */
export function fold(lines: readonly DiffLine[]): Folded[] {
  const isNear = lines.map(() => false);
  lines.forEach(({ kind }, index) => {
    if (kind !== "same") {
      isNear.fill(true, Math.max(0, index - context), index + context + 1);
    }
  });
  const parts: Folded[] = [];
  lines.forEach((line, index) => {
    const last = parts.at(-1);
    const isFolded = isNear[index] === false;
    if (last?.isFolded === isFolded) {
      last.lines.push(line);
    } else {
      parts.push({ start: index, lines: [line], isFolded });
    }
  });
  // A line takes as little room as saying that it is left out.
  return parts.map((part) => ({ ...part, isFolded: part.isFolded && part.lines.length > 1 }));
}
