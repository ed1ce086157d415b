import type { Outcome } from "../../api/schema";
import { texts } from "../../texts/texts";
import { Badge, type Tone } from "../badge";

const tones: Record<Outcome, Tone> = {
  RECEIVED: "blue",
  QUEUED: "blue",
  SUCCEEDED: "green",
  REJECTED: "amber",
  FAILED: "red",
  UNKNOWN: "violet",
  DUPLICATE: "gray",
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={tones[outcome]}>{texts.outcomes[outcome].label}</Badge>;
}
