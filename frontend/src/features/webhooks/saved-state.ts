/** What the page that saved a webhook hands over to the list. */
export interface SavedState {
  savedWebhook: { id: string; isNew: boolean };
}

export function stateAfterSaving(id: string, isNew: boolean): SavedState {
  return { savedWebhook: { id, isNew } };
}

/** What was handed over, if anything was. */
export function savedIn(state: unknown): SavedState["savedWebhook"] | undefined {
  return typeof state === "object" && state !== null && "savedWebhook" in state
    ? (state as SavedState).savedWebhook
    : undefined;
}
