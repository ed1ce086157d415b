import type { SchemaCheckResponse } from "../../../api/schema";
import { ActionStep, type Actions } from "./action-step";
import type { Draft } from "./draft";
import { byPlace, type Fault } from "./faults";
import { GeneralStep } from "./general-step";
import { PreviewStep } from "./preview-step";
import type { EditedWebhook } from "./queries";
import { SaveStep } from "./save-step";
import { SchemaStep } from "./schema-step";
import type { Step } from "./steps";
import type { useAction } from "./use-action";
import type { useFaults } from "./use-faults";

interface StepContentProps {
  step: Step;
  organizationId: string;
  webhook: EditedWebhook | undefined;
  draft: Draft;
  actions: Actions;
  chosen: ReturnType<typeof useAction>;
  check: SchemaCheckResponse | undefined;
  faults: ReturnType<typeof useFaults>;
  isConnected: boolean | undefined;
  onChange: (changes: Partial<Draft>) => void;
  onNext: () => void;
  onGo: (step: Step) => void;
  onFault: (fault: Fault) => void;
  onRefused: (faults: Fault[]) => void;
}

export function StepContent({
  step,
  organizationId,
  webhook,
  draft,
  actions,
  chosen,
  check,
  faults,
  isConnected,
  onChange,
  onNext,
  onGo,
  onFault,
  onRefused,
}: StepContentProps) {
  const shown = byPlace(faults.shown);
  switch (step) {
    case "general":
      return (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onNext();
          }}
        >
          <GeneralStep draft={draft} faults={shown} onChange={onChange} />
          {/* So that the Enter key goes on. */}
          <button type="submit" hidden />
        </form>
      );
    case "schema":
      return (
        <SchemaStep
          organizationId={organizationId}
          schemaText={draft.schemaText}
          onChange={(schemaText) => onChange({ schemaText })}
          onSampled={(schemaText, sample) =>
            onChange({ schemaText, payloadText: draft.payloadText || sample })
          }
        />
      );
    case "action":
      return (
        <ActionStep
          organizationId={organizationId}
          actions={actions}
          chosen={chosen}
          draft={draft}
          properties={check?.properties ?? []}
          faults={shown}
          onChange={onChange}
        />
      );
    case "preview":
      return (
        <PreviewStep
          organizationId={organizationId}
          draft={draft}
          action={chosen.description ?? chosen.action}
          isConnected={isConnected}
          faults={faults.all}
          onPayloadChange={(payloadText) => onChange({ payloadText })}
          onGo={onGo}
          onFault={onFault}
          onRefused={onRefused}
        />
      );
    case "save":
      return (
        <SaveStep
          organizationId={organizationId}
          webhook={webhook}
          draft={draft}
          action={chosen.description ?? chosen.action}
          propertyCount={check?.properties.length}
          faults={faults.all}
          onGo={onGo}
          onFault={onFault}
        />
      );
  }
}
