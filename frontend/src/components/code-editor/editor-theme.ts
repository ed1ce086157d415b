import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Made of the app's own colours, so that it is light or dark as the app is. */
export const editorTheme = EditorView.theme({
  "&": {
    minHeight: "var(--editor-min)",
    maxHeight: "var(--editor-max)",
    backgroundColor: "transparent",
    color: "var(--text)",
    fontSize: "var(--editor-font-size)",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    overflow: "auto",
    fontFamily: "var(--mantine-font-family-monospace)",
    lineHeight: "1.6",
  },
  ".cm-content": { padding: "10px 0", caretColor: "var(--text)" },
  ".cm-content, .cm-gutter": { minHeight: "var(--editor-min)" },
  ".cm-line": { padding: "0 14px 0 6px" },
  ".cm-placeholder": { color: "var(--muted)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "color-mix(in srgb, var(--mantine-primary-color-filled) 24%, transparent)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": {
    backgroundColor: "var(--hover)",
  },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--text)" },
  ".cm-gutters": { border: "0", backgroundColor: "transparent", color: "var(--muted)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "26px", padding: "0 2px 0 4px" },
  ".cm-foldGutter .cm-gutterElement": { padding: "0 4px", cursor: "pointer" },
  ".cm-gutter-lint": { width: "14px" },
  ".cm-gutter-lint .cm-gutterElement": {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    padding: "0",
  },
  ".cm-lint-marker": { width: "8px", height: "8px" },
  ".cm-lint-marker-error": {
    content: "''",
    borderRadius: "50%",
    backgroundColor: "var(--red-text)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    backgroundColor: "var(--red-tint)",
    textDecoration: "underline wavy var(--red-text) 1px",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-active": { backgroundColor: "var(--red-tint)" },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--red-text)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--hover-strong)",
    outline: "1px solid var(--line)",
    color: "inherit",
  },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "var(--red-tint)",
  },
  ".cm-foldPlaceholder": {
    border: "1px solid var(--line)",
    backgroundColor: "var(--sunken)",
    color: "var(--muted)",
  },
  ".cm-tooltip": {
    maxWidth: "min(420px, 86vw)",
    overflow: "hidden",
    border: "1px solid var(--line)",
    borderRadius: "8px",
    backgroundColor: "var(--surface)",
    color: "var(--text)",
    boxShadow: "var(--mantine-shadow-md)",
  },
  ".cm-diagnostic": {
    padding: "7px 12px",
    borderLeft: "3px solid var(--red-text)",
    fontFamily: "var(--mantine-font-family)",
    fontSize: "13px",
    lineHeight: "1.45",
  },
});

export const highlightStyle = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--blue-text)" },
  { tag: tags.string, color: "var(--green-text)" },
  { tag: tags.number, color: "var(--violet-text)" },
  { tag: [tags.bool, tags.null], color: "var(--amber-text)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--muted)" },
]);
