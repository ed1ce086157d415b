import type { RehearsalExample } from "../../../api/schema";

/** Why deliveries would be rejected, and which; the newest first, as they came. */
export interface Reason {
  path: string;
  message: string;
  deliveries: RehearsalExample[];
}

/** Deliveries by what is wrong with them, the most frequent first. One with several faults is under each. */
export function reasonsOf(examples: readonly RehearsalExample[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const example of examples) {
    for (const { path, message } of example.violations) {
      const key = keyOf({ path, message });
      const { deliveries } = reasons.get(key) ?? { deliveries: [] };
      // Two rules may be broken in the same words.
      const isKnown = deliveries.at(-1) === example;
      reasons.set(key, {
        path,
        message,
        deliveries: isKnown ? deliveries : [...deliveries, example],
      });
    }
  }
  return [...reasons.values()].toSorted((a, b) => b.deliveries.length - a.deliveries.length);
}

export function keyOf({ path, message }: Pick<Reason, "path" | "message">): string {
  return JSON.stringify([path, message]);
}
