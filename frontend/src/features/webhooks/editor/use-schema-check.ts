import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { SchemaCheckResponse } from "../../../api/schema";
import { schemaCheckQuery } from "./queries";

export interface SchemaCheckState {
  /** What was found out about the text as it is; undefined until then. */
  current: SchemaCheckResponse | undefined;
  /** The same, or what was found out about the text before. */
  latest: SchemaCheckResponse | undefined;
  /** Whether nothing is to be waited for. */
  isSettled: boolean;
}

export function useSchemaCheck(organizationId: string, text: string): SchemaCheckState {
  const [settled] = useDebouncedValue(text, 300);
  const isBlank = settled.trim() === "";
  const query = useQuery({
    ...schemaCheckQuery(organizationId, settled),
    enabled: !isBlank,
    placeholderData: keepPreviousData,
  });
  const isCurrent = settled === text && !query.isPlaceholderData;
  return {
    current: isCurrent ? query.data : undefined,
    latest: isBlank ? undefined : query.data,
    isSettled: settled === text && (isBlank || !query.isFetching),
  };
}
