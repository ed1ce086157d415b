import { Button, Textarea } from "@mantine/core";
import { parseJson } from "../../../lib/json";
import { texts } from "../../../texts/texts";
import classes from "./schema-step.module.css";
import { useSchemaCheck } from "./use-schema-check";

interface SchemaStepProps {
  organizationId: string;
  schemaText: string;
  onChange: (text: string) => void;
}

/** The schema as text, with what is wrong with it and which properties it names. */
export function SchemaStep({ organizationId, schemaText, onChange }: SchemaStepProps) {
  const { latest: check } = useSchemaCheck(organizationId, schemaText);
  const problems = check?.problems ?? [];
  return (
    <>
      <Textarea
        label={texts.wizard.stepTitles.schema}
        classNames={{ input: classes.text }}
        rows={18}
        resize="vertical"
        spellCheck={false}
        autoComplete="off"
        value={schemaText}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={
          problems.length > 0 &&
          problems.map(({ pointer, line, column, message }) => (
            <span key={pointer + message} className={classes.problem}>
              {line && column ? `${texts.wizard.place(line, column)} ` : ""}
              {message}
            </span>
          ))
        }
      />
      {parseJson(schemaText) === undefined && schemaText.trim() === "" && (
        <Button variant="default" mt="sm" onClick={() => onChange(texts.wizard.sampleSchema)}>
          {texts.wizard.insertSample}
        </Button>
      )}
    </>
  );
}
