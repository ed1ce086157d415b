import type { Outcome, Reason } from "../../api/schema";
import { readInstant, readText, readVersion } from "../../lib/filters";
import { asOutcome } from "../../lib/outcomes";
import { asReason } from "../../lib/reasons";

/** What narrows the list, and which of its pages; lives in the URL and nowhere else. */
export interface DeliveryFilters {
  webhook?: string | undefined;
  /** Of the webhook. */
  version?: string | undefined;
  outcome?: Outcome | undefined;
  reason?: Reason | undefined;
  source?: string | undefined;
  q?: string | undefined;
  property?: string | undefined;
  /** Of the property; it may be empty. */
  value?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

export function readFilters(search: URLSearchParams): DeliveryFilters {
  const webhook = readText(search, "webhook");
  const property = readText(search, "property");
  return {
    webhook,
    version: webhook && readVersion(search),
    outcome: asOutcome(readText(search, "outcome")),
    reason: asReason(readText(search, "reason")),
    source: readText(search, "source"),
    q: readText(search, "q"),
    property,
    value: property && (readText(search, "value") ?? ""),
    from: readInstant(search, "from"),
    to: readInstant(search, "to"),
    cursor: readText(search, "cursor"),
  };
}

/** The same as the API is asked it, of all pages. */
export function queryOf({ webhook, version, cursor: _, ...others }: DeliveryFilters) {
  return {
    webhookId: webhook,
    version: version === undefined ? undefined : Number(version),
    ...others,
  };
}
