import { Anchor, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { ActionDescription, ActionField, Privacy } from "../../../api/schema";
import { parseJson } from "../../../lib/json";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { SchemaRehearsal } from "../rehearsal/schema-rehearsal";
import { optionsInWords } from "./action-options-set";
import { type Draft, differences, draftOf, mapped, privacyOf } from "./draft";
import { FaultList } from "./fault-list";
import type { Fault } from "./faults";
import type { EditedWebhook } from "./queries";
import classes from "./save-step.module.css";
import type { Step } from "./steps";

interface SaveStepProps {
  organizationId: string;
  /** As it is saved; undefined if it is new. */
  webhook: EditedWebhook | undefined;
  draft: Draft;
  action: ActionDescription | undefined;
  /** Those of the action or of its panel, whatever is left to be mapped; undefined while they are not known. */
  fields: ActionField[] | undefined;
  propertyCount: number | undefined;
  faults: Fault[];
  onGo: (step: Step) => void;
  onFault: (fault: Fault) => void;
}

/** All of it in short, and what saving it would mean. */
export function SaveStep({
  organizationId,
  webhook,
  draft,
  action,
  fields,
  propertyCount,
  faults,
  onGo,
  onFault,
}: SaveStepProps) {
  const changed = webhook === undefined ? [] : differences(draft, draftOf(webhook));
  const privacy = privacyInWords(privacyOf(draft));
  const options = optionsInWords(action?.options ?? [], draft.options, fields);
  return (
    <Stack gap="lg">
      {faults.length > 0 && <FaultList faults={faults} action={action} onGo={onFault} />}
      <dl className={classes.summary}>
        <Row step="general" title={pageTexts.wizard.summaryName} onGo={onGo}>
          {draft.name.trim() || texts.common.none}
        </Row>
        <Row step="schema" title={pageTexts.wizard.summarySchema} onGo={onGo}>
          {propertyCount === undefined
            ? texts.common.none
            : pageTexts.wizard.summaryProperties(propertyCount)}
        </Row>
        <Row step="action" title={pageTexts.wizard.summaryAction} onGo={onGo}>
          {asList([action?.label ?? draft.actionType ?? texts.common.none, draft.panel])}
        </Row>
        {options.length > 0 && (
          <Row step="action" title={pageTexts.wizard.options} onGo={onGo}>
            <ul className={classes.mapping}>
              {options.map(({ label, setting }) => (
                <li key={label}>
                  <span>{label}</span>
                  <span>{setting}</span>
                </li>
              ))}
            </ul>
          </Row>
        )}
        <Row step="action" title={pageTexts.wizard.summaryMapping} onGo={onGo}>
          <Mapping draft={draft} action={action} />
        </Row>
        {privacy.length > 0 && (
          <Row step="schema" title={pageTexts.wizard.summaryPrivacy} onGo={onGo}>
            {privacy.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </Row>
        )}
        <Row step="general" title={pageTexts.wizard.summaryAnswer} onGo={onGo}>
          {pageTexts.wizard.summaryAnswers(
            pageTexts.wizard.acknowledgements[draft.acknowledgement].label,
            draft.deadlineSeconds,
          )}
        </Row>
      </dl>
      {webhook !== undefined &&
        changed.includes("schema") &&
        isObject(parseJson(draft.schemaText)) && (
          <section aria-label={pageTexts.rehearsal.title}>
            <h2 className={classes.title}>{pageTexts.rehearsal.title}</h2>
            <SchemaRehearsal
              organizationId={organizationId}
              webhookId={webhook.id}
              schemaText={draft.schemaText}
              still={pageTexts.rehearsal.stillSave}
            />
          </section>
        )}
      {webhook !== undefined && (
        <p className={classes.note}>
          {changed.length > 0
            ? pageTexts.wizard.newVersionNote
            : webhook.drift
              ? pageTexts.wizard.driftSave
              : pageTexts.wizard.noChanges}
        </p>
      )}
    </Stack>
  );
}

function privacyInWords({ masked, neverStored }: Privacy): string[] {
  return [
    ...(masked.length > 0 ? [pageTexts.wizard.summaryMasked(asList(masked))] : []),
    ...(neverStored.length > 0 ? [pageTexts.wizard.summaryNeverStored(asList(neverStored))] : []),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface RowProps {
  step: Step;
  title: string;
  onGo: (step: Step) => void;
  children: ReactNode;
}

function Row({ step, title, onGo, children }: RowProps) {
  return (
    <div className={classes.row}>
      <dt>{title}</dt>
      <dd>{children}</dd>
      <dd className={classes.change}>
        <Anchor
          component="button"
          type="button"
          aria-label={pageTexts.wizard.change(title)}
          onClick={() => onGo(step)}
        >
          {pageTexts.wizard.changeIt}
        </Anchor>
      </dd>
    </div>
  );
}

function Mapping({ draft, action }: Pick<SaveStepProps, "draft" | "action">) {
  const values = [...mapped(draft.values)];
  if (values.length === 0) {
    return pageTexts.wizard.noFieldMapped;
  }
  const labels = new Map(action?.fields.map(({ name, label }) => [name, label]));
  return (
    <ul className={classes.mapping}>
      {values.map(([name, value]) => (
        <li key={name}>
          <span>{labels.get(name) ?? name}</span>
          <code>{value}</code>
        </li>
      ))}
    </ul>
  );
}
