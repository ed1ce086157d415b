/** Nobody mistypes longer names, and comparing them is work. */
const lengthMax = 100;

/** The known name that was probably meant by a mistyped one, as the backend finds it; undefined if none is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > lengthMax) {
    return undefined;
  }
  const farthest = Math.max(2, Math.floor(typed.length / 3));
  let best: string | undefined;
  let least = farthest + 1;
  for (const name of known) {
    if (Math.abs(name.length - typed.length) <= farthest) {
      const found = distance(typed.toLowerCase(), name.toLowerCase());
      if (found < least) {
        best = name;
        least = found;
      }
    }
  }
  return best;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      current[j] = Math.min(
        (previous[j - 1] ?? 0) + change,
        1 + Math.min(previous[j] ?? 0, current[j - 1] ?? 0),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
