interface Exported {
  /** The organization's short name. */
  organization: string | undefined;
  webhook: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A name that tells an export from others: `deliveries.csv` becomes `deliveries-northwind-2026-11-01.csv`. */
export function exportName(name: string, { organization, webhook, from, to }: Exported): string {
  const [base = name, ...extensions] = name.split(".");
  const parts = [organization, webhook && plain(webhook), day(from), day(to)];
  return [[base, ...parts.filter(Boolean)].join("-"), ...extensions].join(".");
}

/** As it can stand in a file's name everywhere. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .toLowerCase();
}

/** The viewer's. */
function day(instant: string | undefined): string | undefined {
  if (instant === undefined) {
    return undefined;
  }
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
