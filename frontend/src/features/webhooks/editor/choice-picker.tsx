import { NativeSelect } from "@mantine/core";
import * as pageTexts from "../../../texts/page-texts";

interface ChoicePickerProps {
  label: string;
  choices: readonly { value: string; label: string }[];
  /** What stands in the field, chosen or not. */
  value: string;
  onChoose: (value: string) => void;
}

/** Values to choose from, beside a field that takes text and properties as well. */
export function ChoicePicker({ label, choices, value, onChoose }: ChoicePickerProps) {
  const isChosen = choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      size="xs"
      mt={6}
      aria-label={pageTexts.wizard.choicesOf(label)}
      value={isChosen ? value : ""}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="" disabled>
        {pageTexts.wizard.choose}
      </option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label === choice.value
            ? choice.value
            : pageTexts.wizard.choice(choice.value, choice.label)}
        </option>
      ))}
    </NativeSelect>
  );
}
