import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import type { DeliveryResponse } from "../../api/schema";
import { AlertIcon } from "../../components/icons";
import { mayBeWritten } from "../../lib/outcomes";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./replay.module.css";
import { ReplayProblem } from "./replay-problem";
import type { useReplay } from "./use-replay";

interface ReplayFormProps {
  delivery: DeliveryResponse;
  /** Of the webhook; the one that the form was opened with is what it offers and sends. */
  currentVersion: number;
  replay: ReturnType<typeof useReplay>;
  onCancel: () => void;
}

export function ReplayForm({ delivery, currentVersion, replay, onCancel }: ReplayFormProps) {
  const [offered] = useState(currentVersion);
  const [version, setVersion] = useState(offered);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const checkbox = useRef<HTMLInputElement>(null);
  // It may have been written since this page was loaded.
  const mustConfirm =
    mayBeWritten(delivery.outcome) || (replay.error?.is("replay-not-confirmed") ?? false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mustConfirm && !isConfirmed) {
      setIsMissing(true);
      checkbox.current?.focus();
      return;
    }
    replay.mutate({ version, isConfirmed: mustConfirm && isConfirmed });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">{pageTexts.deliveryDetail.replayText}</Text>
        {offered !== delivery.version && (
          <Radio.Group
            label={pageTexts.deliveryDetail.replayVersion}
            value={String(version)}
            onChange={(chosen) => setVersion(Number(chosen))}
          >
            <Stack gap="sm" mt={6}>
              <Radio
                value={String(offered)}
                label={pageTexts.deliveryDetail.asNow(offered)}
                description={pageTexts.deliveryDetail.asNowText}
              />
              <Radio
                value={String(delivery.version)}
                label={pageTexts.deliveryDetail.asThen(delivery.version)}
                description={pageTexts.deliveryDetail.asThenText}
              />
            </Stack>
          </Radio.Group>
        )}
        {mustConfirm && (
          <Alert
            color="yellow"
            classNames={{ root: classes.warning, title: classes.strong, icon: classes.strong }}
            icon={<AlertIcon size={18} />}
            title={pageTexts.deliveryDetail.doubleTitle}
          >
            <Text size="sm" mb="sm">
              {delivery.outcome === "UNKNOWN"
                ? pageTexts.deliveryDetail.doubleUnknown
                : pageTexts.deliveryDetail.doubleSucceeded}
            </Text>
            <Checkbox
              ref={checkbox}
              label={pageTexts.deliveryDetail.doubleConfirm}
              checked={isConfirmed}
              error={isMissing && !isConfirmed && pageTexts.deliveryDetail.doubleMissing}
              onChange={(event) => setIsConfirmed(event.currentTarget.checked)}
            />
          </Alert>
        )}
        {replay.error !== null && !replay.isPending && <ReplayProblem problem={replay.error} />}
        <Text size="sm" c="dimmed" role="status">
          {replay.isPending && pageTexts.deliveryDetail.replaying}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} disabled={replay.isPending} data-autofocus>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={replay.isPending}>
            {pageTexts.deliveryDetail.replay}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
