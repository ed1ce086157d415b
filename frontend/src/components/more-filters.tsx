import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Reason } from "../api/schema";
import { useOnDemand } from "../lib/use-on-demand";
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

export interface MoreFiltersProps {
  filters: FurtherFilters;
  /** Whether one webhook is chosen: versions are of one. */
  hasVersions: boolean;
  /** The names of properties to propose; undefined if payloads cannot be searched here. */
  properties?: readonly string[] | undefined;
  onChange: (filters: FurtherFilters) => void;
}

/** What is seldom wanted of a list of deliveries, and not searched for at each key stroke. */
export function MoreFilters(props: MoreFiltersProps) {
  const [form, loadForm] = useOnDemand(() => import("./more-filters-form"));
  const [isOpen, { open, close }] = useDisclosure(false);
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
          onClick={() => (isOpen ? close() : loadForm(open))}
        >
          {count === 0 ? pageTexts.moreFilters.title : pageTexts.moreFilters.titleSet(count)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {form && (
          <form.MoreFiltersForm
            {...props}
            list={list}
            onChange={(filters) => {
              props.onChange(filters);
              close();
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
