import type { RefObject } from "react";
import type { CodeEditorHandle } from "../../../components/code-editor/code-editor";
import type { TextProblem } from "../../../components/code-editor/mounted-editor";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./text-problems.module.css";

interface TextProblemsProps {
  label: string;
  problems: readonly TextProblem[];
  editor: RefObject<CodeEditorHandle | null>;
}

/** What is wrong with the text of an editor; each leads to its place. */
export function TextProblems({ label, problems, editor }: TextProblemsProps) {
  return (
    <ul className={classes.root} aria-label={label}>
      {problems.map(({ line, column, message }) => (
        <li key={`${line} ${column} ${message}`}>
          <button
            type="button"
            className={classes.problem}
            onClick={() => editor.current?.goTo(line, column)}
          >
            <span className={classes.place}>{pageTexts.schemaStep.place(line, column)}</span>
            <span>{message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
