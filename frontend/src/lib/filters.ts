/** What narrows a list, and which of its pages, as it stands in the URL. */
export function readText(search: URLSearchParams, name: string): string | undefined {
  return search.get(name)?.trim() || undefined;
}

export function readInstant(search: URLSearchParams, name: string): string | undefined {
  const value = readText(search, name);
  return value !== undefined && Number.isFinite(Date.parse(value)) ? value : undefined;
}

/** A version as it stands in the URL; what is none narrows nothing. */
export function readVersion(search: URLSearchParams): string | undefined {
  const version = readText(search, "version");
  return version !== undefined && /^[1-9]\d{0,8}$/.test(version) ? version : undefined;
}

export function writeFilters(filters: object): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ""),
  );
}

/** Whether anything narrows the list; `cursor` does not. */
export function isFiltered(filters: object): boolean {
  return Object.entries(filters).some(([name, value]) => name !== "cursor" && value !== undefined);
}
