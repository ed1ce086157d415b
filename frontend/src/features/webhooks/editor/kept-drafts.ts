/**
 * Drafts live in the browser until they are saved or discarded: reloading the page, an expired
 * session or a closed window loses nothing. Each belongs to one user, so that nobody else at the
 * same computer is shown it.
 */
export function draftKey(userId: string, organizationId: string, webhookId = "new"): string {
  return `${prefix}${userId}.${organizationId}.${webhookId}`;
}

const prefix = "inlet.draft.";

/** Whoever signs out leaves nothing of what senders may send at this computer. */
export function removeDrafts() {
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      localStorage.removeItem(key);
    }
  } catch {
    // Storage is turned off, so there are none.
  }
}
