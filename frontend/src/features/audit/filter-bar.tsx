import { Select } from "@mantine/core";
import type { AuditEventResponse } from "../../api/schema";
import { FilterRow } from "../../components/filter-row";
import classes from "../../components/filter-row.module.css";
import { PeriodFilter } from "../../components/period-filter";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { type AuditFilters, actionOptions } from "./filters";
import { NarrowedPills } from "./narrowed-pills";

interface FilterBarProps {
  filters: AuditFilters;
  /** What is shown: the URL knows ids only, these know names. */
  events: readonly AuditEventResponse[];
  onChange: (filters: AuditFilters) => void;
}

export function FilterBar({ filters, events, onChange }: FilterBarProps) {
  const change = (changed: AuditFilters) => onChange({ ...filters, ...changed, cursor: undefined });
  return (
    <FilterRow label={pageTexts.audit.filters} filters={filters} onClear={() => onChange({})}>
      <Select
        className={classes.wide}
        aria-label={pageTexts.audit.action}
        placeholder={pageTexts.audit.anyAction}
        nothingFoundMessage={texts.filters.nothingFound}
        data={actionOptions}
        value={filters.action ?? null}
        onChange={(action) => change({ action: action ?? undefined })}
        searchable
        clearable
      />
      <PeriodFilter from={filters.from} to={filters.to} onChange={change} />
      <NarrowedPills filters={filters} events={events} onChange={change} />
    </FilterRow>
  );
}
