export const codeEditor = {
  leave: "Escape, then Tab, leaves the editor",
  loading: (label: string) => `Loading the editor: ${label}`,
  /** What the library says of itself, by what it says in English. */
  phrases: {
    "Fold line": "Fold line",
    "Unfold line": "Unfold line",
    "Folded lines": "Folded lines",
    "Unfolded lines": "Unfolded lines",
    to: "to",
    "folded code": "folded code",
    unfold: "unfold",
    "Selection deleted": "Selection deleted",
    "Control character": "Control character",
  },
};
