import { NativeSelect, Skeleton } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { ActionDescription } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import * as pageTexts from "../../../texts/page-texts";
import { withoutFields } from "./action-options-set";
import { type Draft, mapped } from "./draft";

// Most webhooks have no panel to choose, and what finds one in a long list is large.
const PanelPicker = lazy(async () => ({ default: (await import("./panel-picker")).PanelPicker }));

type Target = Pick<Draft, "actionType" | "panel">;

interface ActionPickerProps {
  organizationId: string;
  actions: ActionDescription[];
  needsPanel: boolean;
  draft: Draft;
  faults: Record<string, string>;
  onChange: (changes: Partial<Draft>) => void;
}

/** What is to be done, and for panels, into which. */
export function ActionPicker({
  organizationId,
  actions,
  needsPanel,
  draft,
  faults,
  onChange,
}: ActionPickerProps) {
  const [wanted, setWanted] = useState<Target>();
  const count = mapped(draft.values).size;

  const present = actions.find(({ type }) => type === draft.actionType);
  const changeTo = (target: Target) => {
    const options =
      target.actionType === draft.actionType
        ? withoutFields(present?.options ?? [], draft.options)
        : new Map();
    onChange({ ...target, values: new Map(), options });
  };
  const choose = (target: Target) => {
    if (target.actionType === draft.actionType && target.panel === draft.panel) {
      return;
    }
    if (count > 0) {
      setWanted(target);
    } else {
      changeTo(target);
    }
  };

  return (
    <>
      <NativeSelect
        wrapperProps={{ "data-at": "action" }}
        name="action"
        label={pageTexts.wizard.action}
        data={[
          ...(draft.actionType === null
            ? [{ value: "", label: pageTexts.wizard.actionExample, disabled: true }]
            : []),
          ...actions.map(({ type, label, unavailableBecause }) => ({
            value: type,
            label: unavailableBecause
              ? pageTexts.wizard.unavailable(label, unavailableBecause)
              : label,
            disabled: Boolean(unavailableBecause),
          })),
        ]}
        value={draft.actionType ?? ""}
        onChange={(event) => choose({ actionType: event.currentTarget.value, panel: null })}
        error={faults.action}
      />
      {needsPanel && draft.actionType !== null && (
        <Suspense fallback={<Skeleton height={60} />}>
          <PanelPicker
            organizationId={organizationId}
            type={draft.actionType}
            panel={draft.panel}
            error={faults.panel}
            onChange={(panel) => choose({ actionType: draft.actionType, panel })}
          />
        </Suspense>
      )}
      <ConfirmDialog
        isOpen={wanted !== undefined}
        title={
          wanted?.actionType === draft.actionType
            ? pageTexts.wizard.changePanelTitle
            : pageTexts.wizard.changeActionTitle
        }
        text={pageTexts.wizard.changeActionText(count)}
        confirm={pageTexts.wizard.changeAction}
        error={null}
        isPending={false}
        onConfirm={() => {
          if (wanted !== undefined) {
            changeTo(wanted);
          }
          setWanted(undefined);
        }}
        onClose={() => setWanted(undefined)}
      />
    </>
  );
}
