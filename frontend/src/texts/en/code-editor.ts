export const codeEditor = {
  leave: "Escape, then Tab, leaves the editor",
  leaveHint: "Press Escape, then Tab, to leave the editor.",
  loading: (label: string) => `Loading the editor: ${label}`,
};
