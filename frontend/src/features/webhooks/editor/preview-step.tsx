import { useEffect, useRef } from "react";
import { asProblem } from "../../../api/problem";
import type { ActionDescription } from "../../../api/schema";
import { CodeEditor, type CodeEditorHandle } from "../../../components/code-editor/code-editor";
import { parseJson } from "../../../lib/json";
import { sampleOf } from "../../../lib/json-schema/sample-from-schema";
import * as pageTexts from "../../../texts/page-texts";
import { actionOf, type Draft } from "./draft";
import { type Fault, faultsOf } from "./faults";
import { PreviewAnswer } from "./preview-answer";
import classes from "./preview-step.module.css";
import { type Received, ReceivedPayload } from "./received-payload";
import { SendTest } from "./send-test";
import { TextProblems } from "./text-problems";
import { goesIntoRecord, usePreview } from "./use-preview";

interface PreviewStepProps {
  organizationId: string;
  draft: Draft;
  action: ActionDescription | undefined;
  /** Whether records have a place to go; undefined while that is not known. */
  isConnected: boolean | undefined;
  /** The webhook whose deliveries can be tried; undefined if there are none, or they are not to be seen. */
  webhookId: string | undefined;
  /** What a sender posted, in place of the sample. */
  received: Received | undefined;
  faults: Fault[];
  onPayloadChange: (text: string) => void;
  onReceivedChange: (received: Received | undefined) => void;
  onFault: (fault: Fault) => void;
  /** A value that does not fit, to be shown at its field. */
  onMisfit: (fault: Fault) => void;
  /** What of the definition the API will not preview. */
  onFound: (faults: Fault[]) => void;
  /** A payload of somebody’s own that goes into a record. */
  onTried: (payloadText: string) => void;
  /** What of the definition the API will not test. */
  onRefused: (faults: Fault[]) => void;
}

/** What would become of a payload, while it is typed; and what does become of it, if somebody wants that. */
export function PreviewStep({
  organizationId,
  draft,
  action,
  isConnected,
  webhookId,
  received,
  faults,
  onPayloadChange,
  onReceivedChange,
  onFault,
  onMisfit,
  onFound,
  onTried,
  onRefused,
}: PreviewStepProps) {
  const editor = useRef<CodeEditorHandle>(null);
  const { schemaText } = draft;
  const payloadText = received?.text ?? (draft.payloadText || sampleOf(parseJson(schemaText)));
  const definition = actionOf(draft, action?.fields);
  const earlier = faults.filter(({ step }) => step === "schema" || step === "action");
  const preview = usePreview({
    organizationId,
    action: definition,
    schemaText,
    payloadText,
    isEnabled: earlier.length === 0,
  });
  const { error } = preview.query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, of the mapping that was asked about
  useEffect(() => {
    const found = error === null ? [] : faultsOf(asProblem(error).errors, definition.mapping);
    if (found.length > 0) {
      onFound(found);
    }
  }, [error]);
  // What is noted is shown as an example later: nothing that a sender really posted.
  const noteTried = received === undefined ? onTried : () => undefined;
  const goes = preview.current !== undefined && goesIntoRecord(preview.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: noted once it is known, for what it is known of
  useEffect(() => {
    // One that Inlet made up says nothing of what iMIS takes.
    if (goes && draft.payloadText !== "") {
      noteTried(payloadText);
    }
  }, [goes, payloadText]);
  return (
    <div className={classes.root}>
      <div className={classes.payload}>
        <h3 className={classes.title}>{pageTexts.previewStep.payload}</h3>
        <p id="payload-help" className={classes.help}>
          {pageTexts.previewStep.payloadHelp}
        </p>
        {webhookId !== undefined && (
          <ReceivedPayload
            organizationId={organizationId}
            webhookId={webhookId}
            received={received}
            onChange={onReceivedChange}
          />
        )}
        <CodeEditor
          ref={editor}
          label={pageTexts.previewStep.payload}
          value={payloadText}
          onChange={(text) =>
            received === undefined ? onPayloadChange(text) : onReceivedChange({ ...received, text })
          }
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
          onMisfit={onMisfit}
        />
      </div>
      <SendTest
        organizationId={organizationId}
        trial={{ action: definition, schemaText, payloadText }}
        deadlineSeconds={Number(draft.deadlineSeconds)}
        isConnected={isConnected}
        isFaulty={earlier.length > 0}
        preview={preview}
        onTried={noteTried}
        onRefused={onRefused}
      />
    </div>
  );
}
