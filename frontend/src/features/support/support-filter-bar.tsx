import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { SupportedOrganization } from "../../api/schema";
import { FilterRow } from "../../components/filter-row";
import classes from "../../components/filter-row.module.css";
import { MoreFilters } from "../../components/more-filters";
import { OutcomeFilter } from "../../components/outcome-filter";
import { PeriodFilter } from "../../components/period-filter";
import { SetFilters } from "../../components/set-filters";
import { TextFilter } from "../../components/text-filter";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import type { SupportFilters } from "./filters";
import { everyOrganizationQuery, supportWebhooksQuery } from "./queries";

interface SupportFilterBarProps {
  filters: SupportFilters;
  onChange: (filters: SupportFilters) => void;
}

export function SupportFilterBar({ filters, onChange }: SupportFilterBarProps) {
  const { data: organizations = [] } = useQuery(everyOrganizationQuery);
  const change = (changed: SupportFilters) =>
    onChange({ ...filters, ...changed, cursor: undefined });
  return (
    <FilterRow label={texts.filters.label} filters={filters} onClear={() => onChange({})}>
      <TextFilter
        hint={pageTexts.support.textHint}
        value={filters.q}
        onChange={(q) => change({ q })}
      />
      <Select
        className={classes.wide}
        aria-label={pageTexts.support.organization}
        placeholder={pageTexts.support.anyOrganization}
        nothingFoundMessage={texts.filters.nothingFound}
        data={options(organizations, filters.organization)}
        value={filters.organization ?? null}
        // A webhook belongs to one organization only.
        onChange={(id) =>
          change({ organization: id ?? undefined, webhook: undefined, version: undefined })
        }
        limit={50}
        searchable
        clearable
      />
      {filters.organization !== undefined && (
        <WebhookFilter
          organizationId={filters.organization}
          value={filters.webhook}
          // A version is one of a webhook.
          onChange={(webhook) => change({ webhook, version: undefined })}
        />
      )}
      <OutcomeFilter value={filters.outcome} onChange={(outcome) => change({ outcome })} />
      <MoreFilters
        filters={filters}
        hasVersions={filters.webhook !== undefined}
        onChange={({ reason, source, version }) => change({ reason, source, version })}
      />
      <PeriodFilter from={filters.from} to={filters.to} onChange={change} />
      <SetFilters
        filters={filters}
        onChange={({ property: _, value: __, ...set }) => change(set)}
      />
    </FilterRow>
  );
}

interface WebhookFilterProps {
  organizationId: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** One of an organization's webhooks; deleted ones have deliveries, too. */
function WebhookFilter({ organizationId, value, onChange }: WebhookFilterProps) {
  const { data: webhooks = [] } = useQuery(supportWebhooksQuery(organizationId));
  const known = webhooks.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = value === undefined || webhooks.some(({ id }) => id === value);
  return (
    <Select
      className={classes.wide}
      aria-label={texts.filters.webhook}
      placeholder={texts.filters.anyWebhook}
      nothingFoundMessage={texts.filters.nothingFound}
      data={isKnown ? known : [...known, { value, label: pageTexts.deliveries.unnamedWebhook }]}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      limit={50}
      searchable
      clearable
    />
  );
}

function options(organizations: SupportedOrganization[], chosen: string | undefined) {
  const known = organizations.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = chosen === undefined || organizations.some(({ id }) => id === chosen);
  return isKnown
    ? known
    : [...known, { value: chosen, label: pageTexts.support.unknownOrganization }];
}
