import { Stack, TextInput } from "@mantine/core";
import { lazy, Suspense } from "react";
import { MoreSettings } from "../../../components/more-settings";
import * as pageTexts from "../../../texts/page-texts";
import { type Draft, differences, emptyDraft } from "./draft";
import { atKeyName } from "./faults";
import classes from "./general-step.module.css";

interface GeneralStepProps {
  organizationId: string;
  draft: Draft;
  /** What is wrong at each place. */
  faults: Record<string, string>;
  onChange: (changes: Partial<Draft>) => void;
}

// Few change them, and no other step shows them.
const AnsweringSettings = lazy(async () => ({
  default: (await import("./answering-settings")).AnsweringSettings,
}));

const RepeatSettings = lazy(async () => ({
  default: (await import("./repeat-settings")).RepeatSettings,
}));

export function GeneralStep({ organizationId, draft, faults, onChange }: GeneralStepProps) {
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
        isUsed={differences(draft, emptyDraft).some(
          (part) => part === "answering" || part === "repeats",
        )}
        isFaulty={faults.deadlineSeconds !== undefined || faults[atKeyName] !== undefined}
      >
        <Suspense fallback={null}>
          <Stack gap="lg">
            <AnsweringSettings draft={draft} fault={faults.deadlineSeconds} onChange={onChange} />
            <RepeatSettings
              organizationId={organizationId}
              repeats={draft.repeats}
              fault={faults[atKeyName]}
              onChange={(repeats) => onChange({ repeats })}
            />
          </Stack>
        </Suspense>
      </MoreSettings>
    </Stack>
  );
}
