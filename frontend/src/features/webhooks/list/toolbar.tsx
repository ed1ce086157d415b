import { Select } from "@mantine/core";
import { FilterRow } from "../../../components/filter-row";
import { TextFilter } from "../../../components/text-filter";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./toolbar.module.css";
import { type ListView, type SortKey, sortKeys } from "./view";

interface ToolbarProps {
  view: ListView;
  onChange: (view: ListView) => void;
}

export const sortLabels: Record<SortKey, string> = {
  name: texts.webhooks.name,
  status: texts.webhooks.status,
  lastDelivery: pageTexts.webhookList.lastDelivery,
};

export function Toolbar({ view, onChange }: ToolbarProps) {
  return (
    <FilterRow
      label={pageTexts.webhookList.filters}
      filters={{ q: view.q }}
      onClear={() => onChange({ ...view, q: undefined })}
    >
      <TextFilter
        hint={pageTexts.webhookList.searchHint}
        value={view.q}
        onChange={(q) => onChange({ ...view, q })}
      />
      {/* On a wide screen the heads of the columns sort. */}
      <Select
        className={classes.sort}
        aria-label={pageTexts.webhookList.sort}
        data={sortKeys.map((value) => ({
          value,
          label: pageTexts.webhookList.sortBy[value],
        }))}
        value={view.sort}
        onChange={(value) => {
          const sort = sortKeys.find((key) => key === value);
          if (sort !== undefined) {
            onChange({ ...view, sort, isReversed: false });
          }
        }}
        allowDeselect={false}
        checkIconPosition="right"
      />
    </FilterRow>
  );
}
