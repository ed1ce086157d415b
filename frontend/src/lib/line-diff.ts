export interface DiffLine {
  kind: "same" | "removed" | "added";
  text: string;
}

/** So many edits are looked for; texts that differ more are shown one after the other. */
const mostEdits = 1500;

/** What turns one text into another, line by line, in as few edits as there can be (Myers, 1986). */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  return [
    ...asLines("same", a.slice(0, start)),
    ...shortest(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...asLines("same", a.slice(a.length - end)),
  ];
}

function asLines(kind: DiffLine["kind"], texts: string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function shortest(a: string[], b: string[]): DiffLine[] {
  const trace = furthestReaching(a, b);
  return trace === undefined
    ? [...asLines("removed", a), ...asLines("added", b)]
    : walkBack(a, b, trace);
}

/** For each number of edits, how far each diagonal had come before; undefined if it is too many. */
function furthestReaching(a: string[], b: string[]): Map<number, number>[] | undefined {
  const trace: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= mostEdits; edits += 1) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isInsertion(reached, diagonal, edits)
        ? at(reached, diagonal + 1)
        : at(reached, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) {
        x += 1;
      }
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) {
        return trace;
      }
    }
    reached = next;
  }
  return undefined;
}

function walkBack(a: string[], b: string[], trace: Map<number, number>[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reached = trace[edits] as Map<number, number>;
    const diagonal = x - y;
    const previous = isInsertion(reached, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : at(reached, previous);
    const fromY = edits === 0 ? 0 : fromX - previous;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      lines.push({ kind: "same", text: a[x] as string });
    }
    if (edits > 0) {
      lines.push(
        x > fromX
          ? { kind: "removed", text: a[fromX] as string }
          : { kind: "added", text: b[fromY] as string },
      );
    }
    x = fromX;
    y = fromY;
  }
  return lines.reverse();
}

function isInsertion(reached: Map<number, number>, diagonal: number, edits: number): boolean {
  return (
    diagonal === -edits ||
    (diagonal !== edits && at(reached, diagonal - 1) < at(reached, diagonal + 1))
  );
}

function at(reached: Map<number, number>, diagonal: number): number {
  return reached.get(diagonal) ?? 0;
}
