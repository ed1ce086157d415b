import { Radio, Stack, TextInput } from "@mantine/core";
import type { Acknowledgement } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import type { Draft } from "./draft";
import classes from "./general-step.module.css";
import { QueueSettings } from "./queue-settings";

interface AnsweringSettingsProps {
  draft: Draft;
  /** What is wrong with the deadline. */
  fault: string | undefined;
  onChange: (changes: Partial<Draft>) => void;
}

const acknowledgements = Object.keys(pageTexts.wizard.acknowledgements) as Acknowledgement[];

/** When senders are answered, and how long they wait at most. */
export function AnsweringSettings({ draft, fault, onChange }: AnsweringSettingsProps) {
  return (
    <Stack gap="lg">
      <Radio.Group
        label={pageTexts.wizard.acknowledgement}
        value={draft.acknowledgement}
        onChange={(value) => onChange({ acknowledgement: value as Acknowledgement })}
      >
        <Stack gap="sm" mt={4}>
          {acknowledgements.map((value) => (
            <Radio
              key={value}
              value={value}
              label={pageTexts.wizard.acknowledgements[value].label}
              description={pageTexts.wizard.acknowledgements[value].hint}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.acknowledgement === "ON_RECEIPT" && (
        <QueueSettings draft={draft} onChange={onChange} />
      )}
      <TextInput
        wrapperProps={{ "data-at": "deadlineSeconds" }}
        name="deadlineSeconds"
        label={pageTexts.wizard.deadline}
        description={pageTexts.wizard.deadlineHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        classNames={{ input: classes.short }}
        value={draft.deadlineSeconds}
        onChange={(event) => onChange({ deadlineSeconds: event.currentTarget.value })}
        error={fault}
      />
    </Stack>
  );
}
