import { useMemo, useRef } from "react";
import { CodeEditor, type CodeEditorHandle } from "../../../components/code-editor/code-editor";
import { ProblemAlert } from "../../../components/problem-alert";
import * as pageTexts from "../../../texts/page-texts";
import type { Keeping } from "./draft";
import { SchemaProperties } from "./schema-properties";
import { SchemaSource } from "./schema-source";
import classes from "./schema-step.module.css";
import { TextProblems } from "./text-problems";
import type { SchemaCheck } from "./use-schema-check";

interface SchemaStepProps {
  schemaText: string;
  check: SchemaCheck;
  /** What is to be said of it as a whole; undefined where nothing is, or not yet. */
  fault: string | undefined;
  onChange: (text: string) => void;
  privacy: Keeping;
  privacyFault: string | undefined;
  onPrivacyChange: (privacy: Keeping) => void;
  /** A schema made from a sample, and the first payload of it. */
  onSampled: (text: string, payload: string) => void;
}

/** The schema as text, with what is wrong with it and which properties it names. */
export function SchemaStep({
  schemaText,
  check,
  fault,
  onChange,
  privacy,
  privacyFault,
  onPrivacyChange,
  onSampled,
}: SchemaStepProps) {
  const editor = useRef<CodeEditorHandle>(null);
  const { query, settled, latest } = check;
  // The same list as long as nothing new is known: the editor moves its marks with the text.
  const problems = useMemo(
    () =>
      (latest?.problems ?? []).map(({ line, column, message }) => ({
        line: line ?? 1,
        column: column ?? 1,
        message,
      })),
    [latest],
  );
  return (
    <div className={classes.root}>
      <div className={classes.text} data-at="schema">
        <SchemaSource
          text={schemaText}
          draft={latest?.draft ?? undefined}
          onChange={onChange}
          onSampled={(text, payload) => {
            onSampled(text, payload);
            // What opened the dialog may be gone, and this is what it was for.
            editor.current?.focus();
          }}
        />
        <CodeEditor
          ref={editor}
          label={pageTexts.schemaStep.label}
          value={schemaText}
          onChange={onChange}
          problems={problems}
          isInvalid={fault !== undefined}
          minHeight={240}
          describedBy="schema-help schema-fault"
        />
        <p id="schema-fault" className={classes.fault}>
          {problems.length === 0 && fault}
        </p>
      </div>
      <div className={classes.side}>
        <div aria-live="polite" className={classes.problems}>
          {query.error !== null && (
            <ProblemAlert
              title={pageTexts.schemaStep.checkFailed}
              error={query.error}
              onRetry={query.refetch}
              isRetrying={query.isFetching}
            />
          )}
          {problems.length > 0 && (
            <>
              <h3 className={classes.title}>{pageTexts.schemaStep.problems}</h3>
              <TextProblems
                label={pageTexts.schemaStep.problems}
                problems={problems}
                editor={editor}
              />
            </>
          )}
        </div>
        <SchemaProperties
          properties={latest?.properties ?? []}
          isBroken={problems.length > 0}
          schemaText={settled}
          privacy={privacy}
          fault={privacyFault}
          onPrivacyChange={onPrivacyChange}
        />
      </div>
    </div>
  );
}
