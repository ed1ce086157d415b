/** The filters of the list that led to a page, out of the state that the link handed over. */
export function searchOfList(state: unknown): string {
  const isFromList = typeof state === "object" && state !== null && "listSearch" in state;
  return isFromList && typeof state.listSearch === "string" ? state.listSearch : "";
}
