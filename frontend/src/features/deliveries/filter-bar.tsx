import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { CloseIcon, SearchIcon } from "../../components/icons";
import { texts } from "../../texts/texts";
import classes from "./filter-bar.module.css";
import { type DeliveryFilters, isFiltered, outcomes } from "./filters";
import { PeriodFilter } from "./period-filter";

export interface WebhookOption {
  id: string;
  name: string;
}

interface FilterBarProps {
  filters: DeliveryFilters;
  webhooks: WebhookOption[];
  onChange: (filters: DeliveryFilters) => void;
}

const outcomeOptions = outcomes.map((value) => ({ value, label: texts.outcomes[value].label }));

export function FilterBar({ filters, webhooks, onChange }: FilterBarProps) {
  const change = (changed: DeliveryFilters) =>
    onChange({ ...filters, ...changed, cursor: undefined });
  return (
    <section className={classes.root} aria-label={texts.filters.label}>
      <TextFilter value={filters.q} onChange={(q) => change({ q })} />
      <Select
        className={classes.webhook}
        aria-label={texts.filters.webhook}
        placeholder={texts.filters.anyWebhook}
        nothingFoundMessage={texts.filters.nothingFound}
        data={options(webhooks, filters.webhook)}
        value={filters.webhook ?? null}
        onChange={(webhook) => change({ webhook: webhook ?? undefined })}
        searchable
        clearable
      />
      <Select
        className={classes.outcome}
        aria-label={texts.filters.outcome}
        placeholder={texts.filters.anyOutcome}
        data={outcomeOptions}
        value={filters.outcome ?? null}
        onChange={(outcome) => change({ outcome: outcome ?? undefined })}
        clearable
      />
      <PeriodFilter from={filters.from} to={filters.to} onChange={change} />
      {isFiltered(filters) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<CloseIcon />}
          onClick={() => onChange({})}
        >
          {texts.filters.clear}
        </Button>
      )}
    </section>
  );
}

// A deleted webhook is not in the list, but may well be in the URL.
function options(webhooks: WebhookOption[], chosen: string | undefined) {
  const known = webhooks.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = chosen === undefined || webhooks.some(({ id }) => id === chosen);
  return isKnown ? known : [...known, { value: chosen, label: texts.deliveries.unnamedWebhook }];
}

interface TextFilterProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function TextFilter({ value = "", onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((text: string) => {
    sent.current = text.trim();
    onChange(sent.current || undefined);
  }, 350);

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      send.cancel();
      setTyped(value);
    }
  }, [value, send]);

  return (
    <TextInput
      className={classes.text}
      type="search"
      aria-label={texts.filters.text}
      placeholder={texts.filters.textHint}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
