/** The filters of the list that led to a page, out of the state that the link handed over. */
export function searchOfList(state: unknown): string {
  const isFromList = typeof state === "object" && state !== null && "listSearch" in state;
  return isFromList && typeof state.listSearch === "string" ? state.listSearch : "";
}

/** The batch whose list led to a page, out of the same state; undefined if it was another list. */
export function batchOfLink(state: unknown): string | undefined {
  const isFromBatch = typeof state === "object" && state !== null && "batchId" in state;
  return isFromBatch && typeof state.batchId === "string" ? state.batchId : undefined;
}
