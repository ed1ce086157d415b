import { readText, writeFilters } from "../../../lib/filters";

/** Which version is looked at, and beside which; lives in the URL and nowhere else. */
export interface Comparison {
  /** The newest if it is undefined. */
  version: number | undefined;
  beside: "previous" | "current";
}

export function readComparison(search: URLSearchParams): Comparison {
  const version = readText(search, "version");
  return {
    version: version === undefined ? undefined : Number(version),
    beside: readText(search, "with") === "current" ? "current" : "previous",
  };
}

export function searchOf({ version, beside }: Comparison): string {
  const search = writeFilters({ version, with: beside === "current" ? beside : undefined });
  return search.size === 0 ? "" : `?${search}`;
}
