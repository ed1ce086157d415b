/** A short name that resembles a name, as the backend derives one: accents dropped, the rest hyphens. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const hyphened = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 40);
  const trimmed = hyphened.replace(/^-+|-+$/g, "");
  return trimmed === "" && name.trim() !== "" ? "organization" : trimmed;
}
