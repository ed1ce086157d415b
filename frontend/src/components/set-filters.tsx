import * as pageTexts from "../texts/page-texts";
import { texts } from "../texts/texts";
import type { FurtherFilters } from "./more-filters";
import { RemovablePill } from "./removable-pill";

interface SetFiltersProps {
  filters: FurtherFilters;
  onChange: (filters: FurtherFilters) => void;
}

/** What else narrows a list of deliveries: a number on a button would not say what. */
export function SetFilters({ filters, onChange }: SetFiltersProps) {
  const { version, reason, source, property, value } = filters;
  const { set, remove } = pageTexts.moreFilters;
  const pills = [
    reason !== undefined && {
      text: set.reason(texts.reasons[reason]),
      without: { reason: undefined },
    },
    version !== undefined && { text: set.version(version), without: { version: undefined } },
    source !== undefined && { text: set.source(source), without: { source: undefined } },
    property !== undefined && {
      text: set.property(property, value ?? ""),
      without: { property: undefined, value: undefined },
    },
  ];
  return pills.map(
    (pill) =>
      pill && (
        <RemovablePill
          key={pill.text}
          text={pill.text}
          remove={remove(pill.text)}
          onRemove={() => onChange({ ...filters, ...pill.without })}
        />
      ),
  );
}
