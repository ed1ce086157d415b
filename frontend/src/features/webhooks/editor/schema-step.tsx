import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { CodeEditor, type CodeEditorHandle } from "../../../components/code-editor/code-editor";
import { ProblemAlert } from "../../../components/problem-alert";
import { texts } from "../../../texts/texts";
import { schemaCheckQuery } from "./queries";
import { SchemaProperties } from "./schema-properties";
import classes from "./schema-step.module.css";
import { SchemaToolbar } from "./schema-toolbar";

interface SchemaStepProps {
  organizationId: string;
  schemaText: string;
  onChange: (text: string) => void;
}

/** The schema as text, with what is wrong with it and which properties it names. */
export function SchemaStep({ organizationId, schemaText, onChange }: SchemaStepProps) {
  const editor = useRef<CodeEditorHandle>(null);
  const [settled] = useDebouncedValue(schemaText, 300);
  const { data, error, refetch, isFetching } = useQuery({
    ...schemaCheckQuery(organizationId, settled),
    enabled: settled.trim() !== "",
  });
  const check = settled.trim() === "" ? undefined : data;
  // Where a problem stands is true only of the text that was checked.
  const problems = settled === schemaText ? (check?.problems ?? []) : [];
  return (
    <div className={classes.root}>
      <div className={classes.text}>
        <p id="schema-help" className={classes.help}>
          {texts.schemaStep.help}
        </p>
        <SchemaToolbar text={schemaText} draft={check?.draft ?? undefined} onChange={onChange} />
        <CodeEditor
          ref={editor}
          label={texts.schemaStep.label}
          value={schemaText}
          onChange={onChange}
          problems={problems.map(({ line, column, message }) => ({
            line: line ?? 1,
            column: column ?? 1,
            message,
          }))}
          minHeight={360}
          describedBy="schema-help"
        />
        <div aria-live="polite">
          {error !== null && (
            <ProblemAlert
              title={texts.schemaStep.checkFailed}
              error={error}
              onRetry={refetch}
              isRetrying={isFetching}
            />
          )}
          {problems.length > 0 && (
            <ul className={classes.problems} aria-label={texts.schemaStep.problems}>
              {problems.map(({ pointer, line, column, message }) => (
                <li key={`${pointer} ${message}`}>
                  <button
                    type="button"
                    className={classes.problem}
                    onClick={() => editor.current?.goTo(line ?? 1, column ?? 1)}
                  >
                    <span className={classes.place}>
                      {texts.schemaStep.place(line ?? 1, column ?? 1)}
                    </span>
                    <span>{message}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <SchemaProperties properties={check?.properties ?? []} />
    </div>
  );
}
