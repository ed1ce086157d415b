import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import type { ActionDescription, ActionField, SchemaProperty } from "../../../api/schema";
import { ProblemAlert } from "../../../components/problem-alert";
import type { TemplateEditorHandle } from "../../../components/template-editor/template-editor";
import { lengthsOf } from "../../../lib/json-schema/lengths";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { ActionPicker } from "./action-picker";
import classes from "./action-step.module.css";
import type { Draft } from "./draft";
import { FieldList } from "./field-list";
import { PropertyChips } from "./property-chips";
import { RemovedProperties } from "./removed-properties";
import { Suggested } from "./suggested";
import type { useAction } from "./use-action";

// Not every action has any.
const ActionOptions = lazy(async () => ({
  default: (await import("./action-options")).ActionOptions,
}));

export type Actions = Pick<
  UseQueryResult<ActionDescription[]>,
  "data" | "error" | "refetch" | "isFetching"
>;

interface ActionStepProps {
  organizationId: string;
  actions: Actions;
  chosen: ReturnType<typeof useAction>;
  draft: Draft;
  properties: SchemaProperty[];
  faults: Record<string, string>;
  onChange: (changes: Partial<Draft>) => void;
}

export function ActionStep({
  organizationId,
  actions,
  chosen,
  draft,
  properties,
  faults,
  onChange,
}: ActionStepProps) {
  if (actions.data === undefined) {
    return actions.error === null ? (
      <Skeleton height={320} aria-label={texts.common.loading} />
    ) : (
      <ProblemAlert
        title={pageTexts.wizard.actionsFailed}
        error={actions.error}
        onRetry={actions.refetch}
        isRetrying={actions.isFetching}
      />
    );
  }
  return (
    <Stack gap="lg">
      <Stack gap="md" className={classes.picker}>
        <ActionPicker
          organizationId={organizationId}
          actions={actions.data}
          needsPanel={chosen.needsPanel}
          draft={draft}
          faults={faults}
          onChange={onChange}
        />
      </Stack>
      {chosen.all !== undefined && (chosen.action?.options.length ?? 0) > 0 && (
        <Suspense fallback={<Skeleton height={96} />}>
          <ActionOptions
            options={chosen.action?.options ?? []}
            fields={chosen.all}
            ownerField={chosen.ownerField}
            set={draft.options}
            values={draft.values}
            faults={faults}
            onChange={(options) => onChange({ options })}
          />
        </Suspense>
      )}
      {chosen.fields !== undefined && (
        <Mapping
          // The fields of another action are another list.
          key={`${draft.actionType} ${draft.panel}`}
          organizationId={organizationId}
          fields={chosen.fields}
          used={chosen.used}
          choices={chosen.choices}
          draft={draft}
          properties={properties}
          faults={faults}
          onChange={onChange}
        />
      )}
      {chosen.panelFields.isLoading && <Skeleton height={320} aria-label={texts.common.loading} />}
      {chosen.panelFields.error !== null && chosen.fields === undefined && (
        <ProblemAlert
          title={pageTexts.wizard.panelFailed}
          error={chosen.panelFields.error}
          onRetry={chosen.panelFields.refetch}
          isRetrying={chosen.panelFields.isFetching}
        />
      )}
    </Stack>
  );
}

type MappingProps = Pick<
  ActionStepProps,
  "organizationId" | "draft" | "properties" | "faults" | "onChange"
> &
  Pick<ReturnType<typeof useAction>, "used" | "choices"> & {
    fields: ActionField[];
  };

function Mapping({
  organizationId,
  fields,
  used,
  choices,
  draft,
  properties,
  faults,
  onChange,
}: MappingProps) {
  const lengths = useMemo(() => lengthsOf(draft.schemaText), [draft.schemaText]);
  const editors = useRef(new Map<string, TemplateEditorHandle>());
  const [target, setTarget] = useState<ActionField>();
  const change = (field: string, value: string) =>
    onChange({ values: new Map(draft.values).set(field, value) });
  const insert = (name: string) => {
    const editor = target && editors.current.get(target.name);
    editor?.insertProperty(name);
    return editor !== undefined;
  };
  return (
    <section aria-label={pageTexts.wizard.mapping}>
      <h2 className={classes.title}>{pageTexts.wizard.mapping}</h2>
      <p className={classes.hint}>{pageTexts.wizard.mappingHint}</p>
      <RemovedProperties fields={fields} values={draft.values} properties={properties} />
      <div className={classes.columns}>
        <div className={classes.fields}>
          <FieldList
            fields={fields}
            values={draft.values}
            properties={properties}
            lengths={lengths}
            faults={faults}
            used={used}
            choices={choices}
            suggest={({ name, label }, suggested) => (
              <Suggested
                organizationId={organizationId}
                type={draft.actionType ?? ""}
                label={label}
                suggested={suggested}
                value={draft.values.get(name) ?? ""}
                onChoose={(value) => change(name, value)}
              />
            )}
            onChange={change}
            onFocus={setTarget}
            onEditor={(field, editor) => {
              if (editor === null) {
                editors.current.delete(field);
              } else {
                editors.current.set(field, editor);
              }
            }}
          />
        </div>
        <div className={classes.side}>
          <PropertyChips properties={properties} target={target?.label} onInsert={insert} />
        </div>
      </div>
    </section>
  );
}
