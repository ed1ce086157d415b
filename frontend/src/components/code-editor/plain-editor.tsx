import { useEffect, useRef } from "react";
import classes from "./code-editor.module.css";
import type { InnerEditorProps } from "./rich-editor";

/** What is left of the editor where its code did not arrive. */
export function PlainEditor({
  label,
  value,
  onChange,
  readOnly,
  isInvalid,
  describedBy,
  placeholder,
  ref,
}: InnerEditorProps) {
  const input = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const goTo = (line: number, column: number) => {
      const before = input.current?.value.split("\n").slice(0, line - 1) ?? [];
      const at = before.reduce((length, each) => length + each.length + 1, 0) + column - 1;
      input.current?.focus();
      input.current?.setSelectionRange(at, at);
    };
    const nothing = () => undefined;
    ref.current = {
      goTo,
      focus: () => input.current?.focus(),
      setText: nothing,
      setProblems: nothing,
      describe: nothing,
      destroy: nothing,
    };
    return () => {
      ref.current = null;
    };
  }, [ref]);

  return (
    <textarea
      ref={input}
      className={classes.plain}
      aria-label={label}
      aria-describedby={describedBy || undefined}
      aria-invalid={isInvalid || undefined}
      placeholder={placeholder}
      readOnly={readOnly || onChange === undefined}
      spellCheck={false}
      autoCapitalize="off"
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}
