import { Radio, Stack, TextInput } from "@mantine/core";
import type { Acknowledgement } from "../../../api/schema";
import { MoreSettings } from "../../../components/more-settings";
import * as pageTexts from "../../../texts/page-texts";
import { type Draft, emptyDraft } from "./draft";
import classes from "./general-step.module.css";

interface GeneralStepProps {
  draft: Draft;
  /** What is wrong at each place. */
  faults: Record<string, string>;
  onChange: (changes: Partial<Draft>) => void;
}

const acknowledgements = Object.keys(pageTexts.wizard.acknowledgements) as Acknowledgement[];

export function GeneralStep({ draft, faults, onChange }: GeneralStepProps) {
  return (
    <Stack gap="lg" className={classes.root}>
      <TextInput
        wrapperProps={{ "data-at": "name" }}
        name="name"
        label={pageTexts.wizard.name}
        description={pageTexts.wizard.nameHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        placeholder={pageTexts.wizard.nameExample}
        autoComplete="off"
        maxLength={200}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={faults.name}
      />
      <MoreSettings
        isUsed={
          draft.acknowledgement !== emptyDraft.acknowledgement ||
          draft.deadlineSeconds !== emptyDraft.deadlineSeconds
        }
        isFaulty={faults.deadlineSeconds !== undefined}
      >
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
            error={faults.deadlineSeconds}
          />
        </Stack>
      </MoreSettings>
    </Stack>
  );
}
