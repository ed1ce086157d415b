import { Button, Group, Select } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { prettyJson } from "../../../lib/json";
import { type DraftName, drafts, newestDraft, withDraft } from "../../../lib/json-schema/drafts";
import { sampleSchema } from "../../../lib/json-schema/sample-schema";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./schema-step.module.css";

const SampleDialog = lazy(async () => ({
  default: (await import("./sample-dialog")).SampleDialog,
}));

interface SchemaToolbarProps {
  text: string;
  /** The one it is written in, where that is known. */
  draft: string | undefined;
  onChange: (text: string) => void;
  onSampled: (text: string, payload: string) => void;
}

export function SchemaToolbar({ text, draft, onChange, onSampled }: SchemaToolbarProps) {
  const [replaced, setReplaced] = useState<{ before: string; after: string }>();
  const [isSampling, setSampling] = useState(false);
  // Once opened it stays, with what was pasted.
  const [hasSampled, setHasSampled] = useState(false);
  const startSampling = () => {
    setHasSampled(true);
    setSampling(true);
  };
  const pretty = prettyJson(text);
  const replaceBy = (after: string) =>
    setReplaced(text.trim() === "" || text === after ? undefined : { before: text, after });
  const isReplaced = replaced !== undefined && text === replaced.after;
  return (
    <>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => startSampling()}>
          {pageTexts.sampleDialog.open}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            replaceBy(sampleSchema);
            onChange(sampleSchema);
          }}
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
        <Select
          size="xs"
          w={120}
          aria-label={pageTexts.schemaStep.draft}
          placeholder={pageTexts.schemaStep.noDraft}
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
      {hasSampled && (
        <Suspense fallback={null}>
          <SampleDialog
            isOpen={isSampling}
            draft={drafts.find(({ name }) => name === draft)?.name ?? newestDraft}
            replaces={text.trim() !== ""}
            onClose={() => setSampling(false)}
            onUse={(schema, payload) => {
              replaceBy(schema);
              setSampling(false);
              onSampled(schema, payload);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
