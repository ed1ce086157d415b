import { useRef } from "react";
import type { ActionDescription } from "../../../api/schema";
import { CodeEditor, type CodeEditorHandle } from "../../../components/code-editor/code-editor";
import { parseJson } from "../../../lib/json";
import { sampleOf } from "../../../lib/json-schema/sample-from-schema";
import * as pageTexts from "../../../texts/page-texts";
import { actionOf, type Draft } from "./draft";
import type { Fault } from "./faults";
import { PreviewAnswer } from "./preview-answer";
import classes from "./preview-step.module.css";
import { SendTest } from "./send-test";
import type { Step } from "./steps";
import { TextProblems } from "./text-problems";
import { usePreview } from "./use-preview";

interface PreviewStepProps {
  organizationId: string;
  draft: Draft;
  action: ActionDescription | undefined;
  /** Whether records have a place to go; undefined while that is not known. */
  isConnected: boolean | undefined;
  faults: Fault[];
  onPayloadChange: (text: string) => void;
  onGo: (step: Step) => void;
  onFault: (fault: Fault) => void;
  /** What of the definition the API will not have. */
  onRefused: (faults: Fault[]) => void;
}

/** What would become of a payload, while it is typed; and what does become of it, if somebody wants that. */
export function PreviewStep({
  organizationId,
  draft,
  action,
  isConnected,
  faults,
  onPayloadChange,
  onGo,
  onFault,
  onRefused,
}: PreviewStepProps) {
  const editor = useRef<CodeEditorHandle>(null);
  const { schemaText } = draft;
  const payloadText = draft.payloadText || sampleOf(parseJson(schemaText));
  const definition = actionOf(draft, action?.fields);
  const earlier = faults.filter(({ step }) => step === "schema" || step === "action");
  const preview = usePreview({
    organizationId,
    action: definition,
    schemaText,
    payloadText,
    isEnabled: earlier.length === 0,
  });
  return (
    <div className={classes.root}>
      <div className={classes.payload}>
        <h3 className={classes.title}>{pageTexts.previewStep.payload}</h3>
        <p id="payload-help" className={classes.help}>
          {pageTexts.previewStep.payloadHelp}
        </p>
        <CodeEditor
          ref={editor}
          label={pageTexts.previewStep.payload}
          value={payloadText}
          onChange={onPayloadChange}
          problems={preview.problems}
          minHeight={260}
          describedBy="payload-help"
        />
        <div aria-live="polite">
          {preview.syntaxProblems.length > 0 && (
            <TextProblems
              label={pageTexts.previewStep.syntaxProblems}
              problems={preview.syntaxProblems}
              editor={editor}
            />
          )}
        </div>
      </div>
      <div className={classes.answer}>
        <PreviewAnswer
          preview={preview}
          action={action}
          faults={earlier}
          onFault={onFault}
          onPlace={({ line, column }) => editor.current?.goTo(line, column)}
          onField={() => onGo("action")}
        />
      </div>
      <SendTest
        organizationId={organizationId}
        trial={{ action: definition, schemaText, payloadText }}
        fields={action?.fields ?? []}
        isConnected={isConnected}
        isFaulty={earlier.length > 0}
        preview={preview}
        onRefused={onRefused}
      />
    </div>
  );
}
