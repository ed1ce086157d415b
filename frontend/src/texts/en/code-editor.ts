export const codeEditor = {
  leave: "Escape, then Tab, leaves the editor",
  loading: (label: string) => `Loading the editor: ${label}`,
};
