import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { DeliveryResponse } from "../../api/schema";
import { OutcomeBadge } from "../../components/delivery/outcome-badge";
import { sentenceOf } from "../../components/delivery/sentence";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

interface ReplayResultProps {
  delivery: DeliveryResponse;
  onClose: () => void;
}

/** What came of the attempt, which need not be what the delivery stands at. */
export function ReplayResult({ delivery, onClose }: ReplayResultProps) {
  const button = useRef<HTMLButtonElement>(null);
  // The form had the focus, and is gone.
  useEffect(() => button.current?.focus(), []);
  const attempt = delivery.attempts.at(-1);
  const { outcome, recordId } = attempt ?? delivery;
  return (
    <Stack gap="md">
      <div role="status">
        <Group gap="xs">
          {attempt !== undefined && (
            <Text fw={600}>{pageTexts.deliveryDetail.resultOf(attempt.number)}</Text>
          )}
          <OutcomeBadge outcome={outcome} />
        </Group>
        <Text size="sm" mt="xs">
          {sentenceOf(attempt ?? delivery) ?? texts.outcomes[outcome].meaning}
        </Text>
        {recordId && (
          <Text size="sm" c="dimmed" mt={4}>
            {pageTexts.deliveryDetail.resultRecord(recordId)}
          </Text>
        )}
        {outcome !== delivery.outcome && (
          <Text size="sm" mt="xs">
            {pageTexts.deliveryDetail.resultKept(texts.outcomes[delivery.outcome].label)}
          </Text>
        )}
      </div>
      <Group justify="flex-end">
        <Button ref={button} onClick={onClose}>
          {pageTexts.deliveryDetail.done}
        </Button>
      </Group>
    </Stack>
  );
}
