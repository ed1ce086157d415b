import { Button, Group, NativeSelect } from "@mantine/core";
import { prettyJson } from "../../../lib/json";
import { type DraftName, drafts, withDraft } from "../../../lib/json-schema/drafts";
import { sampleSchema } from "../../../lib/json-schema/sample-schema";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./schema-step.module.css";

interface SchemaToolbarProps {
  text: string;
  /** The one it is written in, where that is known. */
  draft: string | undefined;
  /** What it took the place of, while it stands there. */
  replaced: { before: string; after: string } | undefined;
  onChange: (text: string) => void;
  /** Undefined where that is offered already. */
  onSampling: (() => void) | undefined;
  onSampleSchema: () => void;
}

export function SchemaToolbar({
  text,
  draft,
  replaced,
  onChange,
  onSampling,
  onSampleSchema,
}: SchemaToolbarProps) {
  const pretty = prettyJson(text);
  return (
    <>
      <Group gap="xs">
        {onSampling !== undefined && (
          <Button variant="default" size="xs" onClick={onSampling}>
            {pageTexts.sampleDialog.open}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          onClick={onSampleSchema}
          disabled={text === sampleSchema}
        >
          {pageTexts.schemaStep.insertSample}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={pretty === undefined || pretty === text}
          onClick={() => onChange(pretty ?? text)}
        >
          {pageTexts.schemaStep.format}
        </Button>
        <NativeSelect
          size="xs"
          w={120}
          aria-label={pageTexts.schemaStep.draft}
          data={[
            ...(draft === undefined ? [{ value: "", label: pageTexts.schemaStep.noDraft }] : []),
            ...drafts.map(({ name }) => name),
          ]}
          value={draft ?? ""}
          disabled={withDraft(text, "2020-12") === undefined}
          onChange={(event) =>
            onChange(withDraft(text, event.currentTarget.value as DraftName) ?? text)
          }
        />
      </Group>
      <p role="status" className={classes.replaced}>
        {replaced !== undefined && (
          <>
            {replaced.after === sampleSchema
              ? pageTexts.schemaStep.replaced
              : pageTexts.schemaStep.replacedBySampled}{" "}
            <button
              type="button"
              className={classes.undo}
              onClick={() => onChange(replaced.before)}
            >
              {pageTexts.schemaStep.undo}
            </button>
          </>
        )}
      </p>
    </>
  );
}
