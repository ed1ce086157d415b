import { VisuallyHidden } from "@mantine/core";
import { type CSSProperties, type Ref, useId, useImperativeHandle, useRef } from "react";
import * as pageTexts from "../../texts/page-texts";
import classes from "./code-editor.module.css";
import type { MountedEditor, TextProblem } from "./mounted-editor";
import { PlainEditor } from "./plain-editor";
import { RichEditor } from "./rich-editor";
import { useEditorModule } from "./use-editor-module";

export interface CodeEditorHandle {
  /** Shows this place of the text and gives it the keyboard; both count from 1. */
  goTo: (line: number, column: number) => void;
  focus: () => void;
}

export interface CodeEditorProps {
  label: string;
  value: string;
  onChange?: (value: string) => void;
  problems?: readonly TextProblem[];
  readOnly?: boolean;
  /** Whether something is wrong with it beside its problems. */
  isInvalid?: boolean;
  /** In pixels; it grows with its text from the one to the other. */
  minHeight?: number;
  maxHeight?: number;
  autoFocus?: boolean;
  placeholder?: string;
  /** The id of what else describes it. */
  describedBy?: string;
  ref?: Ref<CodeEditorHandle>;
}

/**
 * An editor for JSON. What makes it one is large and comes when it is first needed; where it does
 * not come, a plain text area does.
 */
export function CodeEditor({
  minHeight = 240,
  maxHeight = 560,
  readOnly = false,
  problems = [],
  isInvalid = false,
  describedBy,
  ref,
  ...props
}: CodeEditorProps) {
  const hintId = useId();
  const mounted = useRef<MountedEditor>(null);
  const module = useEditorModule();
  useImperativeHandle(ref, () => ({
    goTo: (line, column) => mounted.current?.goTo(line, column),
    focus: () => mounted.current?.focus(),
  }));

  const shared = {
    ...props,
    readOnly,
    problems,
    isInvalid: isInvalid || problems.length > 0,
    describedBy: [describedBy, readOnly ? undefined : hintId].filter(Boolean).join(" "),
    ref: mounted,
  };
  return (
    <div
      className={classes.root}
      style={
        {
          "--editor-min": `${minHeight}px`,
          "--editor-max": `min(${maxHeight}px, 100dvh - 180px)`,
        } as CSSProperties
      }
      data-faulty={shared.isInvalid || undefined}
      data-readonly={readOnly || undefined}
    >
      {module === "loading" && (
        <div className={classes.loading} aria-busy="true">
          <VisuallyHidden role="status">{pageTexts.codeEditor.loading(props.label)}</VisuallyHidden>
        </div>
      )}
      {module === "failed" && <PlainEditor {...shared} />}
      {typeof module === "object" && <RichEditor module={module} {...shared} />}
      {!readOnly && (
        <p className={classes.hint}>
          <span id={hintId}>{pageTexts.codeEditor.leave}</span>
        </p>
      )}
    </div>
  );
}
