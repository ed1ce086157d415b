import { expect, test } from "vitest";
import { namedParts, segmentHeights, ticksUpTo } from "./scale";

test.each([
  [0, [0, 1, 2]],
  [3, [0, 2, 4]],
  [17, [0, 10, 20]],
  [84, [0, 50, 100]],
  [1204, [0, 750, 1500]],
])("the axis of values up to %i has round ticks", (largest, ticks) => {
  expect(ticksUpTo(largest)).toEqual(ticks);
});

test("one failure among thousands can be seen", () => {
  const [many = 0, one = 0, none] = segmentHeights([4999, 1, 0], 5000);

  expect(one).toBeGreaterThan(2);
  expect(many + one).toBeCloseTo(100);
  expect(none).toBe(0);
});

test("few parts are named, evenly", () => {
  expect(namedParts(96)).toEqual([0, 24, 48, 72]);
  expect(namedParts(3)).toEqual([0, 1, 2]);
});
