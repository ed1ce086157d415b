import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import type { DeliveryResponse, ReplaysVersion } from "../../api/schema";
import { AlertIcon } from "../../components/icons";
import { mayBeWritten } from "../../lib/outcomes";
import { texts } from "../../texts/texts";
import classes from "./replay.module.css";
import { ReplayProblem } from "./replay-problem";
import type { useReplay } from "./use-replay";

interface ReplayFormProps {
  delivery: DeliveryResponse;
  /** Undefined while it is not known. */
  currentVersion: number | undefined;
  replay: ReturnType<typeof useReplay>;
  onCancel: () => void;
}

export function ReplayForm({ delivery, currentVersion, replay, onCancel }: ReplayFormProps) {
  const [version, setVersion] = useState<ReplaysVersion>("AS_NOW");
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
        <Text size="sm">{texts.deliveryDetail.replayText}</Text>
        {currentVersion !== undefined && currentVersion !== delivery.version && (
          <Radio.Group
            label={texts.deliveryDetail.replayVersion}
            value={version}
            onChange={(chosen) => setVersion(chosen as ReplaysVersion)}
          >
            <Stack gap="sm" mt={6}>
              <Radio
                value="AS_NOW"
                label={texts.deliveryDetail.asNow(currentVersion)}
                description={texts.deliveryDetail.asNowText}
              />
              <Radio
                value="AS_THEN"
                label={texts.deliveryDetail.asThen(delivery.version)}
                description={texts.deliveryDetail.asThenText}
              />
            </Stack>
          </Radio.Group>
        )}
        {mustConfirm && (
          <Alert
            color="yellow"
            classNames={{ root: classes.warning, title: classes.strong, icon: classes.strong }}
            icon={<AlertIcon size={18} />}
            title={texts.deliveryDetail.doubleTitle}
          >
            <Text size="sm" mb="sm">
              {delivery.outcome === "UNKNOWN"
                ? texts.deliveryDetail.doubleUnknown
                : texts.deliveryDetail.doubleSucceeded}
            </Text>
            <Checkbox
              ref={checkbox}
              label={texts.deliveryDetail.doubleConfirm}
              checked={isConfirmed}
              error={isMissing && !isConfirmed && texts.deliveryDetail.doubleMissing}
              onChange={(event) => setIsConfirmed(event.currentTarget.checked)}
            />
          </Alert>
        )}
        {replay.error !== null && !replay.isPending && <ReplayProblem problem={replay.error} />}
        <Text size="sm" c="dimmed" role="status">
          {replay.isPending && texts.deliveryDetail.replaying}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} disabled={replay.isPending} data-autofocus>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={replay.isPending}>
            {texts.deliveryDetail.replay}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
