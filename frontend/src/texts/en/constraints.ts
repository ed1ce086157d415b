interface Limit {
  limit: string | undefined;
  /** Whether the limit itself is allowed. */
  isIn: boolean;
}

const characters = (count: string) => (count === "1" ? "1 character" : `${count} characters`);
const quoted = (value: string) => `“${value}”`;

/** What a schema demands of a property, each beginning small: they are put in a row. */
export const constraints = {
  quoted,
  only: (value: string) => `always ${value}`,
  oneOf: (values: string[]) =>
    values.length === 1 ? `always ${values[0]}` : `one of ${values.join(", ")}`,
  length: (min: string | undefined, max: string | undefined) => {
    if (min === undefined) {
      return max && `at most ${characters(max)}`;
    }
    if (max === undefined) {
      return `at least ${characters(min)}`;
    }
    return min === max ? `exactly ${characters(min)}` : `${min} to ${characters(max)}`;
  },
  range: (low: Limit, high: Limit) => {
    if (low.limit !== undefined && high.limit !== undefined && low.isIn && high.isIn) {
      return `${low.limit} to ${high.limit}`;
    }
    const ends = [
      low.limit && (low.isIn ? `at least ${low.limit}` : `more than ${low.limit}`),
      high.limit && (high.isIn ? `at most ${high.limit}` : `less than ${high.limit}`),
    ];
    return ends.filter(Boolean).join(" and ");
  },
  multipleOf: (unit: string) => `a multiple of ${unit}`,
  pattern: (pattern: string) => `fits the pattern ${pattern}`,
};
