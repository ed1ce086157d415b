import * as pageTexts from "../../../texts/page-texts";
import { ChoicePicker } from "./choice-picker";
import type { FieldChoices } from "./field-choices";
import classes from "./field-list.module.css";
import { ReadAt } from "./read-at";
import { useChoiceRefresh } from "./use-refresh";

interface SuggestedProps {
  organizationId: string;
  type: string;
  label: string;
  suggested: FieldChoices;
  value: string;
  onChoose: (value: string) => void;
}

/** What iMIS suggests for a field, or in one line why that is not known. */
export function Suggested({
  organizationId,
  type,
  label,
  suggested: { field, choices, readAt, problem },
  value,
  onChoose,
}: SuggestedProps) {
  const refresh = useChoiceRefresh(organizationId, type, field);
  if (choices === undefined || readAt === undefined) {
    return problem === undefined ? null : (
      <p className={classes.help}>{pageTexts.wizard.noChoices(problem)}</p>
    );
  }
  return (
    <>
      {choices.length > 0 && (
        <ChoicePicker label={label} choices={choices} value={value} onChoose={onChoose} />
      )}
      <ReadAt
        readAt={readAt}
        what={label}
        onRefresh={refresh.mutate}
        isRefreshing={refresh.isPending}
        error={refresh.error}
      />
    </>
  );
}
