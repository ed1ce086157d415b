import type { FieldError } from "../../../api/problem";
import type { ActionField, FieldMapping } from "../../../api/schema";
import { templateProblems } from "../../../lib/template";
import * as pageTexts from "../../../texts/page-texts";
import { type Draft, mapped, privacyOf, type Values } from "./draft";
import { misfitOf } from "./field-fit";
import type { Step } from "./steps";

/** Something that keeps a draft from being saved, and where to mend it. */
export interface Fault {
  step: Step;
  /** `name`, `deadlineSeconds`, `idempotency/name`, `schema`, `privacy`, `action`, `panel`, or `field:` and the field's name. */
  at: string;
  message: string;
}

export const atField = (name: string) => `field:${name}`;

export const atKeyName = "idempotency/name";

export function generalFaults({ name, deadlineSeconds, repeats }: Draft): Fault[] {
  const faults: Fault[] = [];
  if (name.trim() === "") {
    faults.push({ step: "general", at: "name", message: pageTexts.wizard.nameMissing });
  }
  const seconds = Number(deadlineSeconds);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 30) {
    faults.push({
      step: "general",
      at: "deadlineSeconds",
      message: pageTexts.wizard.deadlineWrong,
    });
  }
  if (repeats.from !== "NONE" && repeats.name.trim() === "") {
    faults.push({ step: "general", at: atKeyName, message: pageTexts.wizard.keyNameMissing });
  }
  return faults;
}

/** A delivery that is still to be acted upon is stored whole. */
export function privacyFaults(draft: Draft): Fault[] {
  const isWrong = draft.acknowledgement === "ON_RECEIPT" && privacyOf(draft).neverStored.length > 0;
  return isWrong
    ? [{ step: "schema", at: "privacy", message: pageTexts.wizard.neverStoredOnReceipt }]
    : [];
}

/**
 * What is wrong with action and mapping; `fields` is undefined while they are not known, and
 * `properties` while the schema is not.
 */
export function actionFaults(
  draft: Draft,
  needsPanel: boolean,
  fields: ActionField[] | undefined,
  properties: string[] | undefined,
): Fault[] {
  const step = "action" as const;
  if (draft.actionType === null) {
    return [{ step, at: "action", message: pageTexts.wizard.actionMissing }];
  }
  if (needsPanel && draft.panel === null) {
    return [{ step, at: "panel", message: pageTexts.wizard.panelMissing }];
  }
  const lost = lostFields(draft.values, fields).map((name) => ({
    step,
    at: atField(name),
    message: pageTexts.wizard.lostField(name),
  }));
  const wrong = (fields ?? []).flatMap((field) => {
    const value = draft.values.get(field.name) ?? "";
    const at = atField(field.name);
    if (field.isRequired && value.trim() === "" && !field.defaultsTo) {
      return [{ step, at, message: pageTexts.wizard.valueMissing(field.label) }];
    }
    const [problem] = properties === undefined ? [] : templateProblems(value, properties);
    const message = problem?.message ?? misfitOf(field, value, properties ?? []);
    return message === undefined ? [] : [{ step, at, message }];
  });
  return [...wrong, ...lost];
}

/** Fields that have a value and are not there any more; none while nobody knows which are. */
export function lostFields(values: Values, fields: readonly ActionField[] | undefined): string[] {
  return fields === undefined
    ? []
    : [...mapped(values).keys()].filter((name) => !fields.some((field) => field.name === name));
}

export const atOption = (name: string) => `option:${name}`;

/** Where what the API found wrong is to be mended; the mapping is the one that was sent. */
export function faultsOf(errors: FieldError[], mapping: FieldMapping[]): Fault[] {
  return errors.map(({ pointer, detail: message, field }) => {
    if (field) {
      return { step: "action", at: atField(field), message };
    }
    const entry = /^\/action\/mapping\/(\d+)/.exec(pointer);
    if (entry !== null) {
      return { step: "action", at: atField(mapping[Number(entry[1])]?.field ?? ""), message };
    }
    const option = /^\/action\/options\/(.+)$/.exec(pointer)?.[1];
    if (option !== undefined) {
      return { step: "action", at: atOption(option), message };
    }
    if (pointer.startsWith("/action")) {
      return { step: "action", at: pointer === "/action/panel" ? "panel" : "action", message };
    }
    if (pointer.startsWith("/privacy")) {
      return { step: "schema", at: "privacy", message };
    }
    if (pointer.startsWith("/schema")) {
      return { step: "schema", at: "schema", message };
    }
    return { step: "general", at: pointer.slice(1), message };
  });
}

/** The first thing wrong at each place. */
export function byPlace(faults: Fault[]): Record<string, string> {
  return Object.fromEntries(faults.toReversed().map(({ at, message }) => [at, message]));
}

/** Whether what was wrong at a place may still be: nothing there has changed since. */
export function isUnchangedAt(at: string, before: Draft, now: Draft): boolean {
  return JSON.stringify(contentAt(at, before)) === JSON.stringify(contentAt(at, now));
}

function contentAt(at: string, draft: Draft) {
  if (at.startsWith("field:")) {
    return [draft.values.get(at.slice("field:".length)), draft.schemaText];
  }
  switch (at) {
    case "name":
      return draft.name;
    case "deadlineSeconds":
      return draft.deadlineSeconds;
    case atKeyName:
      return [draft.repeats, draft.schemaText];
    case "schema":
      return draft.schemaText;
    case "privacy":
      return [draft.schemaText, [...draft.privacy], draft.acknowledgement];
    default:
      return [draft.actionType, draft.panel, ...draft.values, ...draft.options];
  }
}
