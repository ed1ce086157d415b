import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { drafts, newestDraft } from "../../../lib/json-schema/drafts";
import { sampleSchema } from "../../../lib/json-schema/sample-schema";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./schema-step.module.css";
import { SchemaToolbar } from "./schema-toolbar";

const SampleDialog = lazy(async () => ({
  default: (await import("./sample-dialog")).SampleDialog,
}));

interface SchemaSourceProps {
  text: string;
  /** The one it is written in, where that is known. */
  draft: string | undefined;
  onChange: (text: string) => void;
  onSampled: (text: string, payload: string) => void;
}

/** The ways to a schema: from a sample, which everybody has, or written. */
export function SchemaSource({ text, draft, onChange, onSampled }: SchemaSourceProps) {
  // Stays while somebody types beneath it: nothing moves under their hands.
  const [isStart, setStart] = useState(text.trim() === "");
  const [replaced, setReplaced] = useState<{ before: string; after: string }>();
  const [isSampling, setSampling] = useState(false);
  // Once opened it stays, with what was pasted.
  const [hasSampled, setHasSampled] = useState(false);
  const startSampling = () => {
    setHasSampled(true);
    setSampling(true);
  };
  const replaceBy = (after: string) => {
    setStart(false);
    setReplaced(text.trim() === "" || text === after ? undefined : { before: text, after });
  };
  return (
    <>
      {isStart && (
        <div className={classes.start}>
          <div>
            <h3 className={classes.startTitle}>{pageTexts.schemaStep.startTitle}</h3>
            <p>{pageTexts.schemaStep.startText}</p>
          </div>
          <Button onClick={startSampling}>{pageTexts.sampleDialog.open}</Button>
        </div>
      )}
      {isStart && <h3 className={classes.orTitle}>{pageTexts.schemaStep.orTitle}</h3>}
      <p id="schema-help" className={classes.help}>
        {pageTexts.schemaStep.help}
      </p>
      <SchemaToolbar
        text={text}
        draft={draft}
        replaced={replaced?.after === text ? replaced : undefined}
        onChange={onChange}
        onSampling={isStart ? undefined : startSampling}
        onSampleSchema={() => {
          replaceBy(sampleSchema);
          onChange(sampleSchema);
        }}
      />
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
