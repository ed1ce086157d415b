import type { Outcome, Reason } from "../../api/schema";
import { readInstant, readText, readVersion } from "../../lib/filters";
import { asOutcome } from "../../lib/outcomes";
import { asReason } from "../../lib/reasons";

/** What narrows the deliveries of all organizations, and which of the pages. */
export interface SupportFilters {
  organization?: string | undefined;
  /** Of the organization. */
  webhook?: string | undefined;
  /** Of the webhook. */
  version?: string | undefined;
  outcome?: Outcome | undefined;
  reason?: Reason | undefined;
  source?: string | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

export function readSupportFilters(search: URLSearchParams): SupportFilters {
  const organization = readText(search, "organization");
  // Each is chosen, and seen, only once the one before it is.
  const webhook = organization && readText(search, "webhook");
  return {
    organization,
    webhook,
    version: webhook && readVersion(search),
    outcome: asOutcome(readText(search, "outcome")),
    reason: asReason(readText(search, "reason")),
    source: readText(search, "source"),
    q: readText(search, "q"),
    from: readInstant(search, "from"),
    to: readInstant(search, "to"),
    cursor: readText(search, "cursor"),
  };
}

export interface OrganizationFilters {
  q?: string | undefined;
  cursor?: string | undefined;
}

export function readOrganizationFilters(search: URLSearchParams): OrganizationFilters {
  return { q: readText(search, "q"), cursor: readText(search, "cursor") };
}
