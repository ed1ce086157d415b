/** Round values of an axis, from 0 to the first one that no value exceeds. */
export function ticksUpTo(largest: number): number[] {
  const top = largest <= 2 ? 2 : roundUp(largest / 2) * 2;
  return [0, top / 2, top];
}

function roundUp(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].find((each) => {
    const candidate = each * magnitude;
    return candidate >= value && Number.isInteger(candidate);
  });
  return (step ?? 10) * magnitude;
}

const smallestSegment = 2.5;

/**
 * How high each segment of a bar is, in percent of the axis: what is there at all is high enough to
 * be seen, be it one among thousands.
 */
export function segmentHeights(values: readonly number[], top: number): number[] {
  const heights = values.map((value) =>
    value === 0 ? 0 : Math.max(smallestSegment, (100 * value) / top),
  );
  const sum = heights.reduce((all, height) => all + height, 0);
  return sum > 100 ? heights.map((height) => (height * 100) / sum) : heights;
}

/** Which of so many parts are named below a chart: few enough to stand side by side. */
export function namedParts(count: number, wanted = 4): number[] {
  const step = Math.max(1, Math.ceil(count / wanted));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
