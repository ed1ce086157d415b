import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { TextProblem } from "./mounted-editor";

const token = /"(?:[^"\\]|\\.)*"?|[\w.+-]+|\S/y;

/** Where a place that counts from 1 is in the text; the nearest one if the text has no such place. */
export function offsetOf(text: Text, line: number, column: number): number {
  const { from, to } = text.line(Math.min(Math.max(1, line), text.lines));
  return Math.min(Math.max(from, from + column - 1), to);
}

/** What is underlined: the problem's own stretch, else the word at its place, never nothing. */
export function diagnosticsOf(text: Text, problems: readonly TextProblem[]): Diagnostic[] {
  return problems
    .map(({ line, column, endColumn, message }): Diagnostic => {
      const at = offsetOf(text, line, column);
      const { text: content, from: start, to: end } = text.lineAt(at);
      token.lastIndex = at - start;
      const word = token.exec(content)?.[0].length ?? 1;
      const to =
        endColumn === undefined
          ? Math.min(at + word, end)
          : Math.min(Math.max(at, start + endColumn - 1), end);
      // At the end of a line there is no character to underline but the one before.
      const from = to === at ? Math.max(start, at - 1) : at;
      return { from, to, severity: "error", message };
    })
    .sort((a, b) => a.from - b.from);
}
