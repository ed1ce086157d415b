import { EditorView } from "@codemirror/view";
import { act, screen, waitFor } from "@testing-library/react";

/**
 * The editor of this name. jsdom lays nothing out, so tests neither click into its text nor type
 * key by key: `typeJson` is somebody who has typed.
 */
async function editorOf(label: string | RegExp): Promise<EditorView> {
  const content = await screen.findByRole("textbox", { name: label });
  return await waitFor(() => {
    const view = EditorView.findFromDOM(content);
    if (view === null) {
      throw new Error(`${label} is no code editor`);
    }
    return view;
  });
}

/** Replaces the text of an editor as its user does. */
export async function typeJson(label: string | RegExp, text: string) {
  const view = await editorOf(label);
  act(() =>
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      userEvent: "input.paste",
    }),
  );
}

export async function readJson(label: string | RegExp): Promise<string> {
  return (await editorOf(label)).state.doc.toString();
}

/** What is underlined in an editor. */
export async function marksIn(label: string | RegExp): Promise<string[]> {
  const view = await editorOf(label);
  return [...view.contentDOM.querySelectorAll(".cm-lintRange-error")].map(
    (mark) => mark.textContent,
  );
}

/** The line and column, from 1, at which its cursor is. */
export async function cursorIn(label: string | RegExp): Promise<{ line: number; column: number }> {
  const { state } = await editorOf(label);
  const line = state.doc.lineAt(state.selection.main.head);
  return { line: line.number, column: state.selection.main.head - line.from + 1 };
}
