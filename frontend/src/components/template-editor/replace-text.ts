/** Replaces part of a text area as typing would, so that it can be undone; the cursor goes behind it. */
export function replaceText(input: HTMLTextAreaElement, from: number, to: number, text: string) {
  input.focus();
  input.setSelectionRange(from, to);
  // Deprecated, and the one way that browsers remember for Ctrl+Z.
  const isTyped = document.execCommand?.("insertText", false, text) ?? false;
  if (!isTyped) {
    input.setRangeText(text, from, to, "end");
  }
}
