import { Button, Group, Select } from "@mantine/core";
import { useState } from "react";
import { prettyJson } from "../../../lib/json";
import { type DraftName, drafts, withDraft } from "../../../lib/json-schema/drafts";
import { sampleSchema } from "../../../lib/json-schema/sample-schema";
import { texts } from "../../../texts/texts";
import classes from "./schema-step.module.css";

interface SchemaToolbarProps {
  text: string;
  /** The one it is written in, where that is known. */
  draft: string | undefined;
  onChange: (text: string) => void;
}

export function SchemaToolbar({ text, draft, onChange }: SchemaToolbarProps) {
  const [replaced, setReplaced] = useState<string>();
  const pretty = prettyJson(text);
  const insertSample = () => {
    setReplaced(text.trim() === "" ? undefined : text);
    onChange(sampleSchema);
  };
  const isReplaced = replaced !== undefined && text === sampleSchema;
  return (
    <>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={insertSample} disabled={text === sampleSchema}>
          {texts.schemaStep.insertSample}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={pretty === undefined || pretty === text}
          onClick={() => onChange(pretty ?? text)}
        >
          {texts.schemaStep.format}
        </Button>
        <Select
          size="xs"
          w={120}
          aria-label={texts.schemaStep.draft}
          placeholder={texts.schemaStep.noDraft}
          data={drafts.map(({ name }) => name)}
          value={draft ?? null}
          allowDeselect={false}
          disabled={withDraft(text, "2020-12") === undefined}
          onChange={(chosen) => onChange(withDraft(text, chosen as DraftName) ?? text)}
        />
      </Group>
      <p role="status" className={classes.replaced}>
        {isReplaced && (
          <>
            {texts.schemaStep.replaced}{" "}
            <button type="button" className={classes.undo} onClick={() => onChange(replaced)}>
              {texts.schemaStep.undo}
            </button>
          </>
        )}
      </p>
    </>
  );
}
