import type { Draft } from "./draft";

/**
 * Drafts live in the browser until they are saved or discarded: reloading the page, an expired
 * session or a closed window loses nothing. Each belongs to one user, so that nobody else at the
 * same computer is shown it.
 */
export function draftKey(userId: string, organizationId: string, webhookId = "new"): string {
  return `${prefix}${userId}.${organizationId}.${webhookId}`;
}

const prefix = "inlet.draft.";

// Raised when drafts change their shape: those of an older app are not understood any more.
const format = 2;

export function readDraft(key: string): Draft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "null");
    return stored?.format === format ? (stored.draft as Draft) : null;
  } catch {
    return null;
  }
}

/** Does nothing where the browser stores nothing: the page then guards alone. */
export function writeDraft(key: string, draft: Draft) {
  try {
    localStorage.setItem(key, JSON.stringify({ format, draft }));
  } catch {
    // Storage is full or turned off.
  }
}

export function removeDraft(key: string) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is turned off, so there is none.
  }
}

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
