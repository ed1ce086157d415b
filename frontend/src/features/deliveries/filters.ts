import type { Outcome } from "../../api/schema";
import { texts } from "../../texts/texts";

/** What narrows the list, and which of its pages; lives in the URL and nowhere else. */
export interface DeliveryFilters {
  webhook?: string | undefined;
  outcome?: Outcome | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

const names = ["webhook", "outcome", "q", "from", "to", "cursor"] as const;

export function readFilters(search: URLSearchParams): DeliveryFilters {
  const value = (name: (typeof names)[number]) => search.get(name)?.trim() || undefined;
  return {
    webhook: value("webhook"),
    outcome: asOutcome(value("outcome")),
    q: value("q"),
    from: asInstant(value("from")),
    to: asInstant(value("to")),
    cursor: value("cursor"),
  };
}

export function writeFilters(filters: DeliveryFilters): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = filters[name];
    if (value) {
      search.set(name, value);
    }
  }
  return search;
}

export function isFiltered({ cursor: _, ...filters }: DeliveryFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

export const outcomes = Object.keys(texts.outcomes) as Outcome[];

function asOutcome(value: string | undefined): Outcome | undefined {
  return outcomes.find((outcome) => outcome === value);
}

function asInstant(value: string | undefined): string | undefined {
  return value !== undefined && Number.isFinite(Date.parse(value)) ? value : undefined;
}
