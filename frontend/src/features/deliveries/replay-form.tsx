import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import type { DeliveryDetail } from "../../api/schema";
import { WorkButton } from "../../components/work-button";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { Confirmation, LooksFirst } from "./replay-caution";
import { Incomplete } from "./replay-incomplete";
import { ReplayProblem } from "./replay-problem";
import type { useReplay } from "./use-replay";

interface ReplayFormProps {
  delivery: DeliveryDetail;
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
  const [isIncompleteConfirmed, setIsIncompleteConfirmed] = useState(false);
  const checkbox = useRef<HTMLInputElement>(null);
  const incompleteCheckbox = useRef<HTMLInputElement>(null);
  const { replayCaution } = delivery;
  const mustConfirm =
    replayCaution === "UNCERTAIN" ||
    replayCaution === "TOO_EARLY" ||
    // It may have been written since this page was loaded.
    (replay.error?.is("replay-not-confirmed") ?? false);
  const looksFirst = replayCaution === "LOOKS_FIRST" && !mustConfirm;

  const lacking = replay.error?.is("replay-incomplete") ? replay.error.errors : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mustConfirm && !isConfirmed) {
      setIsMissing(true);
      checkbox.current?.focus();
      return;
    }
    if (lacking !== undefined && !isIncompleteConfirmed) {
      setIsMissing(true);
      incompleteCheckbox.current?.focus();
      return;
    }
    replay.mutate({
      version,
      isConfirmed: (mustConfirm || looksFirst) && isConfirmed,
      ...(isIncompleteConfirmed && { isIncompleteConfirmed }),
    });
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
          <Confirmation
            delivery={delivery}
            checkbox={checkbox}
            isConfirmed={isConfirmed}
            isMissing={isMissing}
            onChange={setIsConfirmed}
          />
        )}
        {looksFirst && <LooksFirst isConfirmed={isConfirmed} onChange={setIsConfirmed} />}
        {delivery.leftOut.length > 0 && (
          <Incomplete
            leftOut={delivery.leftOut}
            lacking={lacking}
            checkbox={incompleteCheckbox}
            isConfirmed={isIncompleteConfirmed}
            isMissing={isMissing}
            onChange={setIsIncompleteConfirmed}
          />
        )}
        {replay.error !== null && !replay.isPending && <ReplayProblem problem={replay.error} />}
        <Text size="sm" c="dimmed" role="status">
          {replay.isPending && pageTexts.deliveryDetail.replaying}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} disabled={replay.isPending} data-autofocus>
            {texts.common.cancel}
          </Button>
          <WorkButton type="submit" loading={replay.isPending}>
            {pageTexts.deliveryDetail.replay}
          </WorkButton>
        </Group>
      </Stack>
    </form>
  );
}
