import type { Outcome } from "../../api/schema";
import { readInstant, readText } from "../../lib/filters";
import { asOutcome } from "../../lib/outcomes";

/** What narrows the list, and which of its pages; lives in the URL and nowhere else. */
export interface DeliveryFilters {
  webhook?: string | undefined;
  outcome?: Outcome | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

export function readFilters(search: URLSearchParams): DeliveryFilters {
  return {
    webhook: readText(search, "webhook"),
    outcome: asOutcome(readText(search, "outcome")),
    q: readText(search, "q"),
    from: readInstant(search, "from"),
    to: readInstant(search, "to"),
    cursor: readText(search, "cursor"),
  };
}
