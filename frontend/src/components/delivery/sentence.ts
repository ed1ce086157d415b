import type { DeliverySummary } from "../../api/schema";
import { texts } from "../../texts/texts";

interface Failed extends Pick<DeliverySummary, "error" | "reason"> {
  firstViolation?: DeliverySummary["firstViolation"];
}

/** Why a delivery or an attempt did not succeed; undefined if there is nothing to say. */
export function sentenceOf({ error, reason, firstViolation }: Failed): string | undefined {
  const violation = reason === "SCHEMA_VIOLATED" ? firstViolation?.message : undefined;
  return error ?? violation ?? (reason ? texts.reasons[reason] : undefined);
}
