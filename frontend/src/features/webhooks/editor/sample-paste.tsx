import { Button, Group, Stack } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { CodeEditor, type CodeEditorHandle } from "../../../components/code-editor/code-editor";
import { sampledProperties } from "../../../lib/json-schema/schema-from-sample";
import * as pageTexts from "../../../texts/page-texts";
import type { Found } from "./sample-dialog";
import classes from "./sample-dialog.module.css";
import { syntaxProblems } from "./syntax-problems";
import { TextProblems } from "./text-problems";

interface SamplePasteProps {
  sample: string;
  onChange: (text: string) => void;
  onFound: (found: Found) => void;
}

export function SamplePaste({ sample, onChange, onFound }: SamplePasteProps) {
  const editor = useRef<CodeEditorHandle>(null);
  // Nobody is told off while they still type: what is wrong is told when they want to go on.
  const [tried, setTried] = useState<string>();
  const isTried = tried === sample;
  const problems = useMemo(
    () => (isTried && sample.trim() !== "" ? syntaxProblems(sample) : []),
    [isTried, sample],
  );
  const refused = isTried && problems.length === 0 ? refusalOf(sample) : undefined;

  const find = () => {
    setTried(sample);
    const [first] = syntaxProblems(sample);
    if (first !== undefined) {
      editor.current?.goTo(first.line, first.column);
      return;
    }
    const sampled = sampledProperties(sample);
    if ("properties" in sampled) {
      onFound(sampled);
    } else {
      editor.current?.focus();
    }
  };

  return (
    <Stack gap="md">
      <p id="sample-help" className={classes.text}>
        {pageTexts.sampleDialog.paste}
      </p>
      <div>
        <CodeEditor
          ref={editor}
          label={pageTexts.sampleDialog.sample}
          value={sample}
          onChange={onChange}
          problems={problems}
          minHeight={220}
          maxHeight={360}
          autoFocus
          describedBy="sample-help"
        />
        <div aria-live="polite">
          {problems.length > 0 && (
            <TextProblems
              label={pageTexts.sampleDialog.problems}
              problems={problems}
              editor={editor}
            />
          )}
          {refused !== undefined && <p className={classes.refused}>{refused}</p>}
        </div>
      </div>
      <Group justify="flex-end">
        <Button onClick={find}>{pageTexts.sampleDialog.find}</Button>
      </Group>
    </Stack>
  );
}

function refusalOf(sample: string): string | undefined {
  if (sample.trim() === "") {
    return pageTexts.sampleDialog.missing;
  }
  const sampled = sampledProperties(sample);
  return "refused" in sampled ? pageTexts.sampleDialog.refusals[sampled.refused] : undefined;
}
