import type { SchemaCheckResponse, WebhookResponse } from "../../../api/schema";
import { ActionStep, type Actions } from "./action-step";
import { type Draft, requestOf } from "./draft";
import { byPlace, type Fault } from "./faults";
import { GeneralStep } from "./general-step";
import { PreviewStep } from "./preview-step";
import { SaveStep } from "./save-step";
import { SchemaStep } from "./schema-step";
import type { Step } from "./steps";
import type { useAction } from "./use-action";
import type { useFaults } from "./use-faults";

interface StepContentProps {
  step: Step;
  organizationId: string;
  webhook: WebhookResponse | undefined;
  draft: Draft;
  actions: Actions;
  chosen: ReturnType<typeof useAction>;
  check: SchemaCheckResponse | undefined;
  faults: ReturnType<typeof useFaults>;
  onChange: (changes: Partial<Draft>) => void;
  onNext: () => void;
  onGo: (step: Step) => void;
  onFault: (fault: Fault) => void;
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
  onChange,
  onNext,
  onGo,
  onFault,
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
          definition={requestOf(draft, chosen.fields, false)}
          payloadText={draft.payloadText}
          onPayloadChange={(payloadText) => onChange({ payloadText })}
          actionDescription={chosen.description}
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
