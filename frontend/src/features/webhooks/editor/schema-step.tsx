import { Button } from "@mantine/core";
import { CodeEditor } from "../../../components/code-editor/code-editor";
import { texts } from "../../../texts/texts";
import classes from "./schema-step.module.css";
import { useSchemaCheck } from "./use-schema-check";

interface SchemaStepProps {
  organizationId: string;
  schemaText: string;
  onChange: (text: string) => void;
}

/** The schema as text, with what is wrong with it where it stands. */
export function SchemaStep({ organizationId, schemaText, onChange }: SchemaStepProps) {
  const { latest: check } = useSchemaCheck(organizationId, schemaText);
  const problems = (check?.problems ?? []).map(({ line, column, message }) => ({
    line: line ?? 1,
    column: column ?? 1,
    message,
  }));
  return (
    <>
      <CodeEditor
        label={texts.wizard.stepTitles.schema}
        value={schemaText}
        onChange={onChange}
        problems={problems}
      />
      {problems.length > 0 && (
        <ul className={classes.problems}>
          {problems.map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`}>
              {texts.wizard.place(line, column)} {message}
            </li>
          ))}
        </ul>
      )}
      {schemaText.trim() === "" && (
        <Button variant="default" mt="sm" onClick={() => onChange(texts.wizard.sampleSchema)}>
          {texts.wizard.insertSample}
        </Button>
      )}
    </>
  );
}
