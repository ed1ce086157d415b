import type { ActionField, ActionOption } from "../../../api/schema";
import { mapped, type Values } from "./draft";

/** What an option is set to: its first choice, or blank, if nobody set it. */
export function settingOf(option: ActionOption, set: Values): string {
  const value = set.get(option.name)?.trim() ?? "";
  return value === "" ? (option.choices[0]?.value ?? "") : value;
}

/** Whether an option counts, given the others. */
export function applies(option: ActionOption, all: readonly ActionOption[], set: Values): boolean {
  return (
    option.appliesIf.length === 0 ||
    option.appliesIf.some(({ option: name, value }) => {
      const other = all.find((each) => each.name === name);
      return other !== undefined && applies(other, all, set) && settingOf(other, set) === value;
    })
  );
}

export function applicable(all: readonly ActionOption[], set: Values): ActionOption[] {
  return all.filter((option) => applies(option, all, set));
}

/** The fields that can hold what an option of kind `FIELD` writes: none that is mapped. */
export function fieldsFor(
  option: ActionOption,
  fields: readonly ActionField[],
  ownerField: string | null | undefined,
  values: Values,
): ActionField[] {
  const filled = mapped(values);
  return fields.filter(
    ({ name, type, lengthMax, allowedValues }) =>
      name !== ownerField &&
      !filled.has(name) &&
      type === "TEXT" &&
      allowedValues.length === 0 &&
      // One without a limit is a document, which iMIS cannot look for.
      (lengthMax ?? 0) >= (option.fieldLengthMin ?? 1),
  );
}

/** The options that count and say something, with what they are set to, as people call it. */
export function optionsInWords(
  all: readonly ActionOption[],
  set: Values,
  fields: readonly ActionField[] = [],
): { label: string; setting: string }[] {
  return applicable(all, set)
    .map((option) => {
      const value = settingOf(option, set);
      const choice = option.choices.find((each) => each.value === value);
      const field = option.kind === "FIELD" ? fields.find(({ name }) => name === value) : undefined;
      return { label: option.label, setting: choice?.label ?? field?.label ?? value };
    })
    .filter(({ setting }) => setting !== "");
}

/** What stays set where another panel is chosen: its fields are others. */
export function withoutFields(all: readonly ActionOption[], set: Values): Values {
  const ofFields = all.filter(({ kind }) => kind === "FIELD").map(({ name }) => name);
  return new Map([...set].filter(([name]) => !ofFields.includes(name)));
}

/** A field as it is to be filled. */
export interface MappedField extends ActionField {
  /** Whether it says by an e-mail address whose record it is. */
  isEmail?: boolean;
}

/** The fields that are left to be mapped: an option may take one, or make the owner another thing. */
export function mappedFields(
  fields: readonly ActionField[],
  ownerField: string | null | undefined,
  all: readonly ActionOption[],
  set: Values,
): MappedField[] {
  const counting = applicable(all, set);
  const taken = counting
    .filter(({ kind }) => kind === "FIELD")
    .map((option) => settingOf(option, set));
  const owner = counting
    .flatMap((option) => option.choices.filter(({ value }) => value === settingOf(option, set)))
    .find((choice) => choice.owner);
  return fields
    .filter(({ name }) => !taken.includes(name))
    .map((field) =>
      owner?.owner && field.name === ownerField
        ? { ...owner.owner, name: field.name, isEmail: owner.value === "email" }
        : field,
    );
}
