import { Skeleton } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { Actions } from "./action-step";
import type { Draft } from "./draft";
import { byPlace, type Fault } from "./faults";
import type { EditedWebhook } from "./queries";
import type { Received } from "./received-payload";
import type { Step } from "./steps";
import type { useAction } from "./use-action";
import type { useFaults } from "./use-faults";
import type { SchemaCheck } from "./use-schema-check";

// Each comes with the page that begins with it; the others when somebody begins to fill it in.
const load = {
  general: () => import("./general-step"),
  schema: () => import("./schema-step"),
  action: () => import("./action-step"),
  preview: () => import("./preview-step"),
  save: () => import("./save-step"),
};
const GeneralStep = lazy(async () => ({ default: (await load.general()).GeneralStep }));
const SchemaStep = lazy(async () => ({ default: (await load.schema()).SchemaStep }));
const ActionStep = lazy(async () => ({ default: (await load.action()).ActionStep }));
const PreviewStep = lazy(async () => ({ default: (await load.preview()).PreviewStep }));
const SaveStep = lazy(async () => ({ default: (await load.save()).SaveStep }));

function loadAll() {
  for (const step of Object.values(load)) {
    step().catch(() => undefined); // Whoever goes there is told.
  }
}

interface StepContentProps {
  step: Step;
  organizationId: string;
  webhook: EditedWebhook | undefined;
  draft: Draft;
  actions: Actions;
  chosen: ReturnType<typeof useAction>;
  check: SchemaCheck;
  faults: ReturnType<typeof useFaults>;
  isConnected: boolean | undefined;
  canSeePayloads: boolean;
  onChange: (changes: Partial<Draft>) => void;
  onNext: () => void;
  onGo: (step: Step) => void;
  onFault: (fault: Fault) => void;
  onMisfit: (fault: Fault) => void;
  onFound: (faults: Fault[]) => void;
  onTried: (payloadText: string) => void;
  onRefused: (faults: Fault[]) => void;
}

export function StepContent(props: StepContentProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nobody notices what it does
    <div onFocus={loadAll}>
      <Suspense fallback={<Skeleton height={320} radius="md" />}>
        <Content {...props} />
      </Suspense>
    </div>
  );
}

function Content({
  step,
  organizationId,
  webhook,
  draft,
  actions,
  chosen,
  check,
  faults,
  isConnected,
  canSeePayloads,
  onChange,
  onNext,
  onGo,
  onFault,
  onMisfit,
  onFound,
  onTried,
  onRefused,
}: StepContentProps) {
  const shown = byPlace(faults.shown);
  // Here and not in the draft, which is kept in the browser.
  const [received, setReceived] = useState<Received>();
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
          <GeneralStep
            organizationId={organizationId}
            draft={draft}
            faults={shown}
            onChange={onChange}
          />
          {/* So that the Enter key goes on. */}
          <button type="submit" hidden />
        </form>
      );
    case "schema":
      return (
        <SchemaStep
          schemaText={draft.schemaText}
          check={check}
          fault={shown.schema}
          privacy={draft.privacy}
          privacyFault={shown.privacy}
          onPrivacyChange={(privacy) => onChange({ privacy })}
          onChange={(schemaText) => onChange({ schemaText })}
          onSampled={(schemaText, sample) => {
            onChange({ schemaText, payloadText: sample });
            setReceived(undefined);
          }}
        />
      );
    case "action":
      return (
        <ActionStep
          organizationId={organizationId}
          actions={actions}
          chosen={chosen}
          draft={draft}
          properties={check.latest?.properties ?? []}
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
          webhookId={canSeePayloads ? webhook?.id : undefined}
          received={received}
          faults={faults.all}
          onPayloadChange={(payloadText) => onChange({ payloadText })}
          onReceivedChange={setReceived}
          onFault={onFault}
          onMisfit={onMisfit}
          onFound={onFound}
          onTried={onTried}
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
          fields={chosen.all}
          propertyCount={check.latest?.properties.length}
          faults={faults.all}
          onGo={onGo}
          onFault={onFault}
        />
      );
  }
}
