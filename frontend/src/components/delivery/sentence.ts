import type { DeliverySummary } from "../../api/schema";
import { texts } from "../../texts/texts";

/** Why a delivery or an attempt did not succeed; undefined if there is nothing to say. */
export function sentenceOf({
  error,
  reason,
}: Pick<DeliverySummary, "error" | "reason">): string | undefined {
  return error ?? (reason ? texts.reasons[reason] : undefined);
}
