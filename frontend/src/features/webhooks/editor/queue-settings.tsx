import { Checkbox, NativeSelect, Stack } from "@mantine/core";
import * as pageTexts from "../../../texts/page-texts";
import type { Draft } from "./draft";

interface QueueSettingsProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

const offered = [0, 3_600, 21_600, 86_400, 259_200];

/** How long deliveries are tried again that were acknowledged on receipt, and in which order. */
export function QueueSettings({ draft, onChange }: QueueSettingsProps) {
  const { retryForSeconds, isInOrder } = draft;
  // The API takes any time up to three days: one that is not offered stays what it is.
  const times = [...new Set([...offered, retryForSeconds])].sort((a, b) => a - b);
  return (
    <Stack gap="md">
      <NativeSelect
        label={pageTexts.wizard.retryFor}
        description={pageTexts.wizard.retryForHint}
        inputWrapperOrder={["label", "input", "description"]}
        value={String(retryForSeconds)}
        onChange={(event) => onChange({ retryForSeconds: Number(event.currentTarget.value) })}
        data={times.map((seconds) => ({
          value: String(seconds),
          label: pageTexts.wizard.retryForOption(seconds),
        }))}
      />
      <Checkbox
        label={pageTexts.wizard.inOrder}
        description={pageTexts.wizard.inOrderHint}
        checked={isInOrder}
        onChange={(event) => onChange({ isInOrder: event.currentTarget.checked })}
      />
    </Stack>
  );
}
