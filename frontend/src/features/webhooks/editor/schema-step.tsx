import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { CodeEditor, type CodeEditorHandle } from "../../../components/code-editor/code-editor";
import { ProblemAlert } from "../../../components/problem-alert";
import * as pageTexts from "../../../texts/page-texts";
import { schemaCheckQuery } from "./queries";
import { SchemaProperties } from "./schema-properties";
import classes from "./schema-step.module.css";
import { SchemaToolbar } from "./schema-toolbar";
import { TextProblems } from "./text-problems";

interface SchemaStepProps {
  organizationId: string;
  schemaText: string;
  onChange: (text: string) => void;
  /** A schema made from a sample, and the first payload of it. */
  onSampled: (text: string, payload: string) => void;
}

/** The schema as text, with what is wrong with it and which properties it names. */
export function SchemaStep({ organizationId, schemaText, onChange, onSampled }: SchemaStepProps) {
  const editor = useRef<CodeEditorHandle>(null);
  const [settled] = useDebouncedValue(schemaText, 300);
  const { data, error, refetch, isFetching } = useQuery({
    ...schemaCheckQuery(organizationId, settled),
    enabled: settled.trim() !== "",
    // Nothing flickers while somebody types.
    placeholderData: keepPreviousData,
  });
  const check = settled.trim() === "" ? undefined : data;
  // The same list as long as nothing new is known: the editor moves its marks with the text.
  const problems = useMemo(
    () =>
      (check?.problems ?? []).map(({ line, column, message }) => ({
        line: line ?? 1,
        column: column ?? 1,
        message,
      })),
    [check],
  );
  return (
    <div className={classes.root}>
      <div className={classes.text}>
        <p id="schema-help" className={classes.help}>
          {pageTexts.schemaStep.help}
        </p>
        <SchemaToolbar
          text={schemaText}
          draft={check?.draft ?? undefined}
          onChange={onChange}
          onSampled={onSampled}
        />
        <CodeEditor
          ref={editor}
          label={pageTexts.schemaStep.label}
          value={schemaText}
          onChange={onChange}
          problems={problems}
          minHeight={360}
          describedBy="schema-help"
        />
        <div aria-live="polite">
          {error !== null && (
            <ProblemAlert
              title={pageTexts.schemaStep.checkFailed}
              error={error}
              onRetry={refetch}
              isRetrying={isFetching}
            />
          )}
          {problems.length > 0 && (
            <TextProblems
              label={pageTexts.schemaStep.problems}
              problems={problems}
              editor={editor}
            />
          )}
        </div>
      </div>
      <SchemaProperties properties={check?.properties ?? []} schemaText={settled} />
    </div>
  );
}
