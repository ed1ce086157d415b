/** What the page that edits a webhook hands over to its versions. */
export interface EditorState {
  editor: string;
}

export function stateOfEditor(address: string): EditorState {
  return { editor: address };
}

/** Where the editor is that was left, if one was. */
export function editorIn(state: unknown): string | undefined {
  return typeof state === "object" && state !== null && "editor" in state
    ? (state as EditorState).editor
    : undefined;
}
