import { type RefObject, useEffect, useRef } from "react";
import { styleNonce } from "../../lib/style-nonce";
import classes from "./code-editor.module.css";
import type { MountedEditor, TextProblem } from "./mounted-editor";
import type { EditorModule } from "./use-editor-module";

export interface InnerEditorProps {
  label: string;
  value: string;
  onChange?: ((value: string) => void) | undefined;
  problems: readonly TextProblem[];
  readOnly: boolean;
  isInvalid: boolean;
  autoFocus?: boolean | undefined;
  placeholder?: string | undefined;
  describedBy: string;
  ref: RefObject<MountedEditor | null>;
}

/** Keeps the editor, which is no React, at what the properties say. */
export function RichEditor({ module, ...props }: InnerEditorProps & { module: EditorModule }) {
  const { value, problems, onChange, label, readOnly, isInvalid, describedBy, placeholder, ref } =
    props;
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (parent.current === null) {
      return;
    }
    const editor = module.mountEditor(parent.current, {
      value: latest.current.value,
      nonce: styleNonce(),
      autoFocus: latest.current.autoFocus ?? false,
      onChange: (text) => latest.current.onChange?.(text),
    });
    ref.current = editor;
    return () => {
      ref.current = null;
      editor.destroy();
    };
  }, [module, ref]);

  const isEditable = !readOnly && onChange !== undefined;
  useEffect(
    () => ref.current?.describe({ label, describedBy, placeholder, isEditable, isInvalid }),
    [ref, label, describedBy, placeholder, isEditable, isInvalid],
  );
  useEffect(() => ref.current?.setText(value), [ref, value]);
  // Where they stand is known only in the text that they belong to.
  useEffect(() => ref.current?.setProblems(problems), [ref, problems]);

  return <div ref={parent} className={classes.rich} />;
}
