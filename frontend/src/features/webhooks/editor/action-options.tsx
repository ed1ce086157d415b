import { type InputWrapperProps, NativeSelect, TextInput } from "@mantine/core";
import type { ActionField, ActionOption } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import { applicable, fieldsFor, settingOf } from "./action-options-set";
import classes from "./action-step.module.css";
import type { Values } from "./draft";
import { atOption } from "./faults";

interface ActionOptionsProps {
  options: ActionOption[];
  /** Those of the action or of the panel, whatever is mapped. */
  fields: ActionField[];
  ownerField: string | null | undefined;
  set: Values;
  /** What is mapped. */
  values: Values;
  faults: Record<string, string>;
  onChange: (set: Values) => void;
}

/** What a webhook settles about its action beside the mapping. */
export function ActionOptions({
  options,
  fields,
  ownerField,
  set,
  values,
  faults,
  onChange,
}: ActionOptionsProps) {
  return (
    <fieldset className={classes.options}>
      <legend className={classes.title}>{pageTexts.wizard.options}</legend>
      {applicable(options, set).map((option) => (
        <Option
          key={option.name}
          option={option}
          fields={fields}
          ownerField={ownerField}
          values={values}
          value={settingOf(option, set)}
          error={faults[atOption(option.name)]}
          onChange={(value) => onChange(new Map(set).set(option.name, value))}
        />
      ))}
    </fieldset>
  );
}

const wrapperOrder: InputWrapperProps["inputWrapperOrder"] = [
  "label",
  "input",
  "description",
  "error",
];

interface OptionProps {
  option: ActionOption;
  fields: ActionField[];
  ownerField: string | null | undefined;
  values: Values;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Option({ option, fields, ownerField, values, value, error, onChange }: OptionProps) {
  const common = {
    wrapperProps: { "data-at": atOption(option.name) },
    name: option.name,
    label: option.label,
    description: option.help,
    inputWrapperOrder: wrapperOrder,
    value,
    error,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (option.kind === "TEXT") {
    return <TextInput {...common} maxLength={option.lengthMax ?? undefined} autoComplete="off" />;
  }
  const choices =
    option.kind === "CHOICE"
      ? option.choices.map((choice) => ({ value: choice.value, label: choice.label }))
      : fieldChoices(fieldsFor(option, fields, ownerField, values));
  return <NativeSelect {...common} data={withPresent(choices, value)} />;
}

interface Listed {
  value: string;
  label: string;
}

function fieldChoices(fields: ActionField[]): Listed[] {
  return [
    { value: "", label: pageTexts.wizard.noField },
    ...fields.map(({ name, label }) => ({
      value: name,
      label: label === name ? name : pageTexts.wizard.fieldNamed(label, name),
    })),
  ];
}

/** What is set must be seen, and be taken back, though it can be chosen no more. */
function withPresent(choices: Listed[], value: string): Listed[] {
  return choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label: pageTexts.wizard.lostChoice(value) }];
}
