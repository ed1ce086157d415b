import { Fragment } from "react";
import { parseTemplate } from "../../lib/template";
import classes from "./template-editor.module.css";

interface MarkedProps {
  text: string;
  names: readonly string[];
  /** Where completions hang; undefined if there are none. */
  cursor: number | undefined;
}

/** The same text once more, behind the text area and as wide, with its properties marked. */
export function Marked({ text, names, cursor }: MarkedProps) {
  return (
    <div className={classes.marked} aria-hidden="true">
      {parseTemplate(text, names).map(({ kind, from, to, name }) => (
        <Fragment key={from}>
          {cursor === from && <span data-cursor />}
          {kind === "text" ? (
            splitAt(from, to, cursor).map((piece, index) => (
              <Fragment key={piece.from}>
                {index > 0 && <span data-cursor />}
                {text.slice(piece.from, piece.to)}
              </Fragment>
            ))
          ) : (
            <mark className={classes.mark} data-kind={kindOf(kind, name, names)}>
              {text.slice(from, to)}
            </mark>
          )}
        </Fragment>
      ))}
      {/* A last line that is empty takes its room, too. */}
      {"\u200b"}
    </div>
  );
}

function kindOf(kind: string, name: string, names: readonly string[]): string {
  return kind === "property" && !names.includes(name) ? "unknown" : kind;
}

function splitAt(from: number, to: number, cursor: number | undefined) {
  return cursor !== undefined && from < cursor && cursor < to
    ? [
        { from, to: cursor },
        { from: cursor, to },
      ]
    : [{ from, to }];
}
