import { Select } from "@mantine/core";
import * as pageTexts from "../../../texts/page-texts";

const choices = ["0", "24", "48", "168", "720"].map((value) => ({
  value,
  label: pageTexts.senders.overlaps[value] ?? value,
}));

interface OverlapFieldProps {
  label: string;
  description?: string;
  hours: number;
  onChange: (hours: number) => void;
}

/** For how long what was replaced goes on. */
export function OverlapField({ label, description, hours, onChange }: OverlapFieldProps) {
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={choices}
      value={String(hours)}
      onChange={(value) => onChange(Number(value ?? hours))}
      allowDeselect={false}
      checkIconPosition="right"
    />
  );
}
