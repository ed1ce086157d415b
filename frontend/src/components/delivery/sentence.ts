import type { DeliverySummary } from "../../api/schema";
import { inViewersZone } from "../../lib/spoken-times";
import { texts } from "../../texts/texts";

interface Failed extends Pick<DeliverySummary, "error" | "reason"> {
  firstViolation?: DeliverySummary["firstViolation"];
  /** Of a delivery. */
  receivedAt?: string;
  /** Of an attempt. */
  startedAt?: string;
}

/** Why a delivery or an attempt did not succeed; undefined if there is nothing to say. */
export function sentenceOf({
  error,
  reason,
  firstViolation,
  receivedAt = "",
  startedAt = receivedAt,
}: Failed): string | undefined {
  const violation = reason === "SCHEMA_VIOLATED" ? firstViolation?.message : undefined;
  const told = error == null ? undefined : inViewersZone(error, startedAt);
  return told ?? violation ?? (reason ? texts.reasons[reason] : undefined);
}
