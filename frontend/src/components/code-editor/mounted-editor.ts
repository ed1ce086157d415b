import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension, Transaction } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder as placeholderText,
} from "@codemirror/view";
import * as pageTexts from "../../texts/page-texts";
import { diagnosticsOf, offsetOf } from "./diagnostics";
import { editorTheme, highlightStyle } from "./editor-theme";

/** Something wrong with a text, at a place that counts from 1. */
export interface TextProblem {
  line: number;
  column: number;
  /** Behind the last character of what is wrong; the word at the place if it is absent. */
  endColumn?: number | undefined;
  message: string;
}

interface Description {
  label: string;
  describedBy: string;
  placeholder?: string | undefined;
  isEditable: boolean;
  isInvalid: boolean;
}

export interface MountedEditor {
  setText: (text: string) => void;
  setProblems: (problems: readonly TextProblem[]) => void;
  describe: (description: Description) => void;
  goTo: (line: number, column: number) => void;
  focus: () => void;
  destroy: () => void;
}

interface EditorOptions {
  value: string;
  nonce: string;
  /** Whether the keyboard is to begin in it. */
  autoFocus: boolean;
  onChange: (text: string) => void;
}

const base: Extension = [
  EditorState.phrases.of(pageTexts.codeEditor.phrases),
  lineNumbers(),
  foldGutter({ openText: "⌄", closedText: "›" }),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of("  "),
  EditorState.tabSize.of(2),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  EditorView.lineWrapping,
  json(),
  syntaxHighlighting(highlightStyle),
  lintGutter(),
  editorTheme,
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    // The list of problems stands beneath the editor: its own panel is left out.
    ...lintKeymap.filter(({ key }) => key === "F8"),
    indentWithTab,
  ]),
];

/** An editor for JSON within an element. */
export function mountEditor(
  parent: HTMLElement,
  { value, nonce, autoFocus, onChange }: EditorOptions,
): MountedEditor {
  const description = new Compartment();
  const view = new EditorView({
    parent,
    doc: value,
    extensions: [
      // Before all that brings styles.
      EditorView.cspNonce.of(nonce),
      description.of([]),
      // A dialog around it looks for this once it is open.
      autoFocus ? EditorView.contentAttributes.of({ "data-autofocus": "true" }) : [],
      base,
      EditorView.updateListener.of(({ docChanged, state, transactions }) => {
        if (docChanged && !transactions.some((each) => each.annotation(Transaction.remote))) {
          onChange(state.doc.toString());
        }
      }),
    ],
  });
  if (autoFocus) {
    view.focus();
  }
  return {
    setText: (text) => replaceText(view, text),
    setProblems: (problems) =>
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state.doc, problems))),
    describe: (words) => view.dispatch({ effects: description.reconfigure(described(words)) }),
    goTo: (line, column) => {
      const anchor = offsetOf(view.state.doc, line, column);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: "center" }),
      });
      view.focus();
      view.contentDOM.scrollIntoView({ block: "nearest" });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function described({
  label,
  describedBy,
  placeholder,
  isEditable,
  isInvalid,
}: Description): Extension {
  return [
    EditorView.contentAttributes.of({
      "aria-label": label,
      ...(describedBy !== "" && { "aria-describedby": describedBy }),
      // Said for whom does not take what is editable for something that the keyboard reaches.
      tabindex: "0",
      ...(isInvalid && { "aria-invalid": "true" }),
      ...(!isEditable && { "aria-readonly": "true" }),
      // Escape is how the keyboard leaves the editor: it must not close the dialog around it.
      ...(isEditable && { "data-mantine-stop-propagation": "true" }),
    }),
    placeholder === undefined ? [] : placeholderText(placeholder),
    EditorState.readOnly.of(!isEditable),
    EditorView.editable.of(isEditable),
  ];
}

/** Changes only what differs, so that cursor and history outlive it. */
function replaceText(view: EditorView, text: string) {
  const old = view.state.doc.toString();
  // CodeMirror counts every line break as one character.
  const next = text.replace(/\r\n?/g, "\n");
  if (old === next) {
    return;
  }
  let from = 0;
  while (from < old.length && old[from] === next[from]) {
    from++;
  }
  let to = old.length;
  let end = next.length;
  while (to > from && end > from && old[to - 1] === next[end - 1]) {
    to--;
    end--;
  }
  view.dispatch({
    changes: { from, to, insert: next.slice(from, end) },
    annotations: [Transaction.remote.of(true), isolateHistory.of("full")],
  });
}
