import { Select } from "@mantine/core";
import { FilterRow } from "../../components/filter-row";
import classes from "../../components/filter-row.module.css";
import { MoreFilters } from "../../components/more-filters";
import { OutcomeFilter } from "../../components/outcome-filter";
import { PeriodFilter } from "../../components/period-filter";
import { SetFilters } from "../../components/set-filters";
import { TextFilter } from "../../components/text-filter";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import type { DeliveryFilters } from "./filters";

export interface WebhookOption {
  id: string;
  name: string;
  /** The names of what its payloads have and can be searched by. */
  properties: readonly string[];
  /** The names of what it masks or never stores. */
  unsearched: readonly string[];
}

interface FilterBarProps {
  filters: DeliveryFilters;
  webhooks: WebhookOption[];
  onChange: (filters: DeliveryFilters) => void;
}

export function FilterBar({ filters, webhooks, onChange }: FilterBarProps) {
  const change = (changed: DeliveryFilters) =>
    onChange({ ...filters, ...changed, cursor: undefined });
  return (
    <FilterRow label={texts.filters.label} filters={filters} onClear={() => onChange({})}>
      <TextFilter hint={texts.filters.textHint} value={filters.q} onChange={(q) => change({ q })} />
      <Select
        className={classes.wide}
        aria-label={texts.filters.webhook}
        placeholder={texts.filters.anyWebhook}
        nothingFoundMessage={texts.filters.nothingFound}
        data={options(webhooks, filters.webhook)}
        value={filters.webhook ?? null}
        // A version is one of a webhook.
        onChange={(webhook) => change({ webhook: webhook ?? undefined, version: undefined })}
        searchable
        clearable
      />
      <OutcomeFilter value={filters.outcome} onChange={(outcome) => change({ outcome })} />
      <MoreFilters
        filters={filters}
        hasVersions={filters.webhook !== undefined}
        properties={webhooks.find(({ id }) => id === filters.webhook)?.properties ?? []}
        onChange={change}
      />
      <PeriodFilter from={filters.from} to={filters.to} onChange={change} />
      <SetFilters filters={filters} onChange={change} />
    </FilterRow>
  );
}

// A deleted webhook is not in the list, but may well be in the URL.
function options(webhooks: WebhookOption[], chosen: string | undefined) {
  const known = webhooks.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = chosen === undefined || webhooks.some(({ id }) => id === chosen);
  return isKnown
    ? known
    : [...known, { value: chosen, label: pageTexts.deliveries.unnamedWebhook }];
}
