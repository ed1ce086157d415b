import { Alert, Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ApiProblem } from "../../../api/problem";
import type { ActionDescription, PreviewResponse, WebhookRequest } from "../../../api/schema";
import { CodeEditor } from "../../../components/code-editor/code-editor";
import { AlertIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { parseJson } from "../../../lib/json";
import { sampleOf } from "../../../lib/json-schema/sample-from-schema";
import { locate } from "../../../lib/json-text";
import { texts } from "../../../texts/texts";
import { previewWebhook } from "./queries";
import classes from "./save-step.module.css";

interface PreviewStepProps {
  organizationId: string;
  definition: WebhookRequest;
  payloadText: string;
  onPayloadChange: (text: string) => void;
  actionDescription: ActionDescription | undefined;
}

/** What would become of a payload; nothing is sent. */
export function PreviewStep({
  organizationId,
  definition,
  payloadText,
  onPayloadChange,
  actionDescription,
}: PreviewStepProps) {
  const text = payloadText || sampleOf(definition.schema);
  const payload = parseJson(text);
  const preview = useMutation<PreviewResponse, ApiProblem>({
    mutationFn: () =>
      previewWebhook(organizationId, {
        schema: definition.schema,
        action: definition.action,
        payload: payload as Record<string, unknown>,
      }),
  });
  return (
    <Stack gap="md">
      <CodeEditor
        label={texts.wizard.payload}
        value={text}
        onChange={(changed) => {
          preview.reset();
          onPayloadChange(changed);
        }}
        problems={(preview.data?.violations ?? []).flatMap(({ path, message }) => {
          const place = locate(text, path);
          return place === undefined ? [] : [{ ...place, message }];
        })}
      />
      {payload === undefined && <p className={classes.notJson}>{texts.wizard.payloadNotJson}</p>}
      <div>
        <Button
          variant="default"
          disabled={payload === undefined}
          loading={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {texts.wizard.showRecord}
        </Button>
      </div>
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      {preview.data !== undefined && (
        <Previewed preview={preview.data} action={actionDescription} />
      )}
    </Stack>
  );
}

interface PreviewedProps {
  preview: PreviewResponse;
  action: ActionDescription | undefined;
}

function Previewed({ preview, action }: PreviewedProps) {
  const labels = new Map(action?.fields.map(({ name, label }) => [name, label]));
  const refused = [
    ...preview.violations.map(({ path, message }) => ({ at: path, message })),
    ...preview.problems.map(({ field, message }) => ({ at: labels.get(field) ?? field, message })),
  ];
  if (refused.length > 0) {
    return (
      <Alert
        role="alert"
        className={classes.faults}
        icon={<AlertIcon size={18} />}
        title={preview.violations.length > 0 ? texts.wizard.wouldBe400 : texts.wizard.wouldBe500}
      >
        <ul className={classes.faultList}>
          {refused.map(({ at, message }) => (
            <li key={at + message}>
              <code>{at}</code> {message}
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  return (
    <section aria-label={texts.wizard.record}>
      <h3 className={classes.title}>{texts.wizard.record}</h3>
      <ul className={classes.mapping}>
        {preview.record?.map(({ field, value }) => (
          <li key={field}>
            <span>{labels.get(field) ?? field}</span>
            <code>{value}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
