import type { Outcome } from "../../api/schema";
import { readInstant, readText } from "../../lib/filters";
import { asOutcome } from "../../lib/outcomes";

/** What narrows the deliveries of all organizations, and which of the pages. */
export interface SupportFilters {
  organization?: string | undefined;
  webhook?: string | undefined;
  outcome?: Outcome | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

export function readSupportFilters(search: URLSearchParams): SupportFilters {
  return {
    organization: readText(search, "organization"),
    webhook: readText(search, "webhook"),
    outcome: asOutcome(readText(search, "outcome")),
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
