import { type Ref, useId, useImperativeHandle, useRef } from "react";
import type { SchemaProperty } from "../../api/schema";
import { insertionAt, referenceTo, templateProblems } from "../../lib/template";
import * as pageTexts from "../../texts/page-texts";
import { Completions } from "./completions";
import { Marked } from "./marked";
import { replaceText } from "./replace-text";
import classes from "./template-editor.module.css";
import { useCompletions } from "./use-completions";

export interface TemplateEditorHandle {
  /** Inserts the property where the cursor is, or was last, and gives it the keyboard. */
  insertProperty: (name: string) => void;
  focus: () => void;
}

interface TemplateEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  properties: readonly SchemaProperty[];
  /** The ids of what else describes it. */
  describedBy?: string;
  isRequired?: boolean;
  /** What may go wrong with it, and need not. */
  warning?: string | undefined;
  /** What somebody else finds wrong with it. */
  error?: string | undefined;
  ref?: Ref<TemplateEditorHandle>;
}

/**
 * A value template: what is typed stands in a plain text area, with its properties marked behind
 * it. There are dozens of them on a page, so each is as light as that.
 */
export function TemplateEditor({
  label,
  value,
  onChange,
  properties,
  describedBy,
  isRequired = false,
  warning,
  error,
  ref,
}: TemplateEditorProps) {
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const names = properties.map(({ name }) => name);
  const completions = useCompletions(value, names, (completion, name) =>
    put(completion, referenceTo(name) ?? name),
  );

  const put = ({ from, to }: { from: number; to: number }, text: string) => {
    if (input.current !== null) {
      replaceText(input.current, from, to, text);
      onChange(input.current.value);
    }
  };

  useImperativeHandle(ref, () => ({
    insertProperty: (name) => {
      if (input.current !== null) {
        const { value: text, selectionStart, selectionEnd } = input.current;
        put(insertionAt(text, selectionStart, selectionEnd, names), referenceTo(name) ?? name);
        completions.close();
      }
    },
    focus: () => input.current?.focus(),
  }));

  // Whoever is choosing a property has not made a mistake yet.
  const problems = completions.isOpen ? [] : templateProblems(value, names);
  const fault = completions.isOpen || problems.length > 0 ? undefined : error;
  const hasFault = problems.length > 0 || Boolean(fault);
  const warned = hasFault || completions.isOpen ? undefined : warning;
  return (
    <div className={classes.root}>
      <div className={classes.field} data-faulty={hasFault || undefined}>
        <Marked text={value} names={names} cursor={completions.at} />
        <textarea
          ref={input}
          className={classes.input}
          aria-label={label}
          aria-invalid={hasFault || undefined}
          aria-required={isRequired || undefined}
          aria-describedby={
            [hasFault || warned ? `${id}-faults` : undefined, describedBy]
              .filter(Boolean)
              .join(" ") || undefined
          }
          rows={1}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            completions.follow(event.currentTarget);
          }}
          onSelect={(event) => completions.followCursor(event.currentTarget)}
          {...completions.inputProps}
        />
        <Completions {...completions} properties={properties} />
      </div>
      <div id={`${id}-faults`} className={classes.faults}>
        {problems.map((problem) => (
          <p key={problem.from} className={classes.fault}>
            <span>{problem.message}</span>
            {problem.suggestion !== undefined && (
              <button
                type="button"
                className={classes.fix}
                onClick={() => put(problem, problem.suggestion ?? "")}
              >
                {pageTexts.template.use(problem.suggestion)}
              </button>
            )}
          </p>
        ))}
        {fault && <p className={classes.fault}>{fault}</p>}
        {warned && (
          <p className={classes.fault} data-warning>
            {warned}
          </p>
        )}
      </div>
    </div>
  );
}
