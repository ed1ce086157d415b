import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { asProblem } from "../../../api/problem";
import type { ActionDefinition, PreviewResponse } from "../../../api/schema";
import type { TextProblem } from "../../../components/code-editor/mounted-editor";
import { locate } from "../../../lib/json-text";
import { previewQuery } from "./queries";
import { syntaxProblems } from "./syntax-problems";

interface PreviewOptions {
  organizationId: string;
  action: ActionDefinition;
  schemaText: string;
  payloadText: string;
  /** Whether there is something to preview at all. */
  isEnabled: boolean;
}

/** What would become of a payload while it is typed; the last answer stays until there is a new one. */
export function usePreview({
  organizationId,
  action,
  schemaText,
  payloadText,
  isEnabled,
}: PreviewOptions) {
  const [settled] = useDebouncedValue(payloadText, 400);
  const faults = useMemo(() => syntaxProblems(settled), [settled]);
  const isJson = faults.length === 0;
  const query = useQuery({
    ...previewQuery(organizationId, { action, schemaText, payloadText: settled }),
    enabled: isEnabled && isJson,
    placeholderData: keepPreviousData,
    // A definition that is refused will not be taken the next time.
    retry: (failures, error) => failures < 2 && asProblem(error).isPassing,
  });
  const { data, isPlaceholderData } = query;
  const answered = isPlaceholderData ? undefined : data;

  // The same lists as long as nothing new is known: the editor moves its marks with the text.
  const marks = useMemo<TextProblem[]>(
    () =>
      (answered?.violations ?? []).flatMap(({ path, message }) => {
        const place = locate(settled, path);
        return place === undefined ? [] : [{ ...place, message }];
      }),
    [answered, settled],
  );
  return {
    query,
    /** The newest answer, of whichever payload. */
    latest: data,
    /** The answer to exactly what is typed. */
    current: settled === payloadText && isJson ? answered : undefined,
    isJson,
    syntaxProblems: faults,
    problems: isJson ? marks : faults,
    /** The payload that `problems` are about. */
    settled,
  };
}

export function goesIntoRecord({ violations, problems }: PreviewResponse): boolean {
  return violations.length + problems.length === 0;
}
