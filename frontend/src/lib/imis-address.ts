/**
 * The address of an iMIS in what somebody copied from their browser: without the page, and what follows it. An address
 * that names no page stays as it is.
 */
export function withoutPage(typed: string): string {
  const trimmed = typed.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) {
    return typed;
  }
  const { origin, pathname, search, hash, username } = new URL(trimmed);
  const segments = pathname.split("/").filter(Boolean);
  const isPage = segments.some((segment) => /\.(?:aspx|html?)$/i.test(segment));
  const isOfSite = /^staff$/i.test(segments[0] ?? "");
  // Whoever put a password there is told so by the backend.
  if (username !== "" || !(isPage || isOfSite || search !== "" || hash !== "")) {
    return typed;
  }
  // The instance of an iMIS that is no cloud edition; what stands behind it is of its pages.
  const [instance] = segments;
  return /^asi\.scheduler/i.test(instance ?? "") ? `${origin}/${instance}` : origin;
}
