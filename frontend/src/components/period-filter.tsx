import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { asMinute } from "../lib/dates";
import { useOnDemand } from "../lib/use-on-demand";
import { texts } from "../texts/texts";
import classes from "./filter-row.module.css";
import { ClockIcon } from "./icons";

export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

interface PeriodFilterProps extends Period {
  onChange: (period: Period) => void;
}

export function PeriodFilter({ from, to, onChange }: PeriodFilterProps) {
  const [form, loadForm] = useOnDemand(() => import("./period-form"));
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Popover
      opened={isOpen}
      onChange={close}
      position="bottom-start"
      width={260}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          className={classes.period}
          data-empty={(from === undefined && to === undefined) || undefined}
          variant="default"
          leftSection={<ClockIcon />}
          onClick={() => (isOpen ? close() : loadForm(open))}
          aria-label={texts.common.named(texts.filters.period, nameOf({ from, to }))}
        >
          {nameOf({ from, to })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {form && <form.PeriodForm from={from} to={to} onChange={onChange} onClose={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function nameOf({ from, to }: Period): string {
  if (from !== undefined && to !== undefined) {
    return texts.filters.between(asMinute(from), asMinute(to));
  }
  if (from !== undefined) {
    return texts.filters.since(asMinute(from));
  }
  return to !== undefined ? texts.filters.until(asMinute(to)) : texts.filters.anyTime;
}
