import { Autocomplete, Button, Popover, Select, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import type { Reason } from "../api/schema";
import { asReason, reasonOptions } from "../lib/reasons";
import * as pageTexts from "../texts/page-texts";
import classes from "./filter-row.module.css";
import { FilterIcon } from "./icons";

export interface FurtherFilters {
  version?: string | undefined;
  reason?: Reason | undefined;
  source?: string | undefined;
  property?: string | undefined;
  value?: string | undefined;
}

interface MoreFiltersProps {
  filters: FurtherFilters;
  /** Whether one webhook is chosen: versions are of one. */
  hasVersions: boolean;
  /** The names of properties to propose; undefined if payloads cannot be searched here. */
  properties?: readonly string[] | undefined;
  onChange: (filters: FurtherFilters) => void;
}

/** What is seldom wanted of a list of deliveries, and not searched for at each key stroke. */
export function MoreFilters(props: MoreFiltersProps) {
  const [isOpen, { close, toggle }] = useDisclosure(false);
  const [isListOpen, list] = useDisclosure(false);
  const { version, reason, source, property } = props.filters;
  const count = [version, reason, source, property].filter((each) => each !== undefined).length;
  return (
    <Popover
      opened={isOpen}
      onChange={close}
      position="bottom-start"
      width={300}
      // Escape closes a list of choices first.
      closeOnEscape={!isListOpen}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          className={classes.period}
          data-empty={count === 0 || undefined}
          variant="default"
          leftSection={<FilterIcon />}
          onClick={toggle}
        >
          {count === 0 ? pageTexts.moreFilters.title : pageTexts.moreFilters.titleSet(count)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FilterForm
          {...props}
          list={list}
          onChange={(filters) => {
            props.onChange(filters);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FilterFormProps extends MoreFiltersProps {
  /** Told whether a list of choices lies over the form. */
  list: { open: () => void; close: () => void };
}

function FilterForm({ filters, hasVersions, properties, onChange, list }: FilterFormProps) {
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
