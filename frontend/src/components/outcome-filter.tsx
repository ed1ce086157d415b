import { Select } from "@mantine/core";
import type { Outcome } from "../api/schema";
import { outcomeOptions } from "../lib/outcomes";
import { texts } from "../texts/texts";
import classes from "./filter-row.module.css";

interface OutcomeFilterProps {
  value: Outcome | undefined;
  onChange: (value: Outcome | undefined) => void;
}

export function OutcomeFilter({ value, onChange }: OutcomeFilterProps) {
  return (
    <Select
      className={classes.narrow}
      aria-label={texts.filters.outcome}
      placeholder={texts.filters.anyOutcome}
      data={outcomeOptions}
      value={value ?? null}
      onChange={(outcome) => onChange(outcome ?? undefined)}
      clearable
    />
  );
}
