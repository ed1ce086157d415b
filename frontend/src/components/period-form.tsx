import { Button, Stack, TextInput } from "@mantine/core";
import { fromLocalInput, toLocalInput } from "../lib/dates";
import { texts } from "../texts/texts";
import type { Period } from "./period-filter";

interface PeriodFormProps extends Period {
  onChange: (period: Period) => void;
  onClose: () => void;
}

const hour = 3_600_000;
const presets = [
  { label: texts.filters.lastHour, milliseconds: hour },
  { label: texts.filters.lastDay, milliseconds: 24 * hour },
  { label: texts.filters.lastWeek, milliseconds: 7 * 24 * hour },
];

const days = [
  { label: texts.filters.today, before: 0 },
  { label: texts.filters.yesterday, before: 1 },
];

/** What the button of the period opens. */
export function PeriodForm({ from, to, onChange, onClose }: PeriodFormProps) {
  const choose = (period: Period) => {
    onChange(period);
    onClose();
  };
  return (
    <>
      <Stack gap={2} mb="sm">
        {days.map(({ label, before }) => (
          <Button
            key={label}
            variant="subtle"
            color="gray"
            justify="start"
            onClick={() => choose(dayBefore(before))}
          >
            {label}
          </Button>
        ))}
        {presets.map(({ label, milliseconds }) => (
          <Button
            key={label}
            variant="subtle"
            color="gray"
            justify="start"
            onClick={() => choose({ from: ago(milliseconds), to: undefined })}
          >
            {label}
          </Button>
        ))}
        <Button
          variant="subtle"
          color="gray"
          justify="start"
          onClick={() => choose({ from: undefined, to: undefined })}
        >
          {texts.filters.anyTime}
        </Button>
      </Stack>
      <Stack gap="xs">
        <TextInput
          type="datetime-local"
          label={texts.filters.from}
          value={toLocalInput(from)}
          onChange={(event) => onChange({ from: fromLocalInput(event.currentTarget.value), to })}
        />
        <TextInput
          type="datetime-local"
          label={texts.filters.to}
          value={toLocalInput(to)}
          onChange={(event) => onChange({ from, to: fromLocalInput(event.currentTarget.value) })}
        />
      </Stack>
    </>
  );
}

/** A whole day of the viewer's, so many before this one; today is not over yet. */
function dayBefore(count: number): Period {
  const midnight = (before: number) => {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - before).toISOString();
  };
  return { from: midnight(count), to: count === 0 ? undefined : midnight(count - 1) };
}

function ago(milliseconds: number): string {
  return new Date(Date.now() - milliseconds).toISOString();
}
