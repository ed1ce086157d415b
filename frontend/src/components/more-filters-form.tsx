import { Autocomplete, Button, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { asReason, reasonOptions } from "../lib/reasons";
import * as pageTexts from "../texts/page-texts";
import type { MoreFiltersProps } from "./more-filters";

interface MoreFiltersFormProps extends MoreFiltersProps {
  /** Told whether a list of choices lies over the form. */
  list: { open: () => void; close: () => void };
}

/** What the button of the further filters opens. */
export function MoreFiltersForm({
  filters,
  hasVersions,
  properties,
  onChange,
  list,
}: MoreFiltersFormProps) {
  const [isPropertyMissing, setPropertyMissing] = useState(false);
  const combobox = {
    comboboxProps: { withinPortal: false },
    onDropdownOpen: list.open,
    onDropdownClose: list.close,
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const text = (name: string) => String(entered.get(name) ?? "").trim() || undefined;
    const property = text("property");
    if (property === undefined && text("value") !== undefined) {
      setPropertyMissing(true);
      return;
    }
    onChange({
      version: text("version"),
      reason: asReason(text("reason")),
      source: text("source"),
      property,
      value: property && (text("value") ?? ""),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Select
          name="reason"
          label={pageTexts.moreFilters.reason}
          placeholder={pageTexts.moreFilters.anyReason}
          data={reasonOptions}
          defaultValue={filters.reason ?? null}
          {...combobox}
          searchable
          clearable
        />
        {hasVersions && (
          <TextInput
            name="version"
            label={pageTexts.moreFilters.version}
            type="number"
            min={1}
            defaultValue={filters.version}
          />
        )}
        <TextInput
          name="source"
          label={pageTexts.moreFilters.source}
          // Not the first field: its list would lie over the others.
          data-autofocus
          defaultValue={filters.source}
        />
        {properties !== undefined && (
          <>
            <Autocomplete
              name="property"
              label={pageTexts.moreFilters.property}
              data={[...properties]}
              defaultValue={filters.property ?? ""}
              error={isPropertyMissing && pageTexts.moreFilters.propertyMissing}
              onChange={() => setPropertyMissing(false)}
              {...combobox}
            />
            <TextInput
              name="value"
              label={pageTexts.moreFilters.value}
              description={pageTexts.moreFilters.valueHint}
              defaultValue={filters.value}
            />
          </>
        )}
        <Button type="submit" mt={4}>
          {pageTexts.moreFilters.submit}
        </Button>
      </Stack>
    </form>
  );
}
