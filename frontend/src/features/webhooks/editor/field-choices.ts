import type { ActionField, Choice } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import type { Values } from "./draft";

/** What iMIS suggests for one field. */
export interface FieldChoices {
  field: string;
  /** Undefined while they are not known. */
  choices: readonly Choice[] | undefined;
  readAt: string | undefined;
  /** Why they are not known, as a sentence. */
  problem: string | undefined;
}

/** What a value is that no payload changes; undefined if it is blank, or refers to a property. */
function fixed(value: string | undefined): string | undefined {
  const text = value?.trim() ?? "";
  return text === "" || text.includes("$$") ? undefined : text;
}

export function choiceOf({ field, choices }: FieldChoices, values: Values): Choice | undefined {
  const value = fixed(values.get(field))?.toUpperCase();
  return value === undefined
    ? undefined
    : choices?.find((choice) => choice.value.toUpperCase() === value);
}

/** Why a value is better another one, or may be. */
export function choiceWarning(of: FieldChoices, values: Values): string | undefined {
  const choice = choiceOf(of, values);
  const value = fixed(values.get(of.field));
  const isUnlisted = choice === undefined && value !== undefined && of.choices !== undefined;
  return choice?.warning ?? (isUnlisted ? pageTexts.wizard.unlisted(value) : undefined);
}

/** What the chosen values call the fields of a record, by the fields' names. */
export function labelsOf(
  all: readonly FieldChoices[],
  values: Values,
): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap((each) =>
      (choiceOf(each, values)?.fields ?? []).map(({ name, label }) => [name, label] as const),
    ),
  );
}

export function labelled(
  fields: ActionField[],
  labels: ReadonlyMap<string, string>,
): ActionField[] {
  return fields.map((field) => ({ ...field, label: labels.get(field.name) ?? field.label }));
}
