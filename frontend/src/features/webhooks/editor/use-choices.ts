import { useQueries } from "@tanstack/react-query";
import { asProblem } from "../../../api/problem";
import type { ActionDescription } from "../../../api/schema";
import type { FieldChoices } from "./field-choices";
import { choicesQuery } from "./queries";

/** What iMIS suggests for the fields of an action; the wizard works without. */
export function useChoices(
  organizationId: string,
  action: ActionDescription | undefined,
): FieldChoices[] {
  const fields = action?.fieldsWithChoices ?? [];
  const queries = useQueries({
    queries: fields.map((field) => choicesQuery(organizationId, action?.type ?? "", field)),
  });
  return fields.map((field, index) => {
    const { data, error } = queries[index] ?? {};
    return {
      field,
      choices: data?.items,
      readAt: data?.readAt,
      problem: error && data === undefined ? asProblem(error).message : undefined,
    };
  });
}
