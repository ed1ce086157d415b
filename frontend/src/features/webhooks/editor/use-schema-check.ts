import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { schemaCheckQuery } from "./queries";

export type SchemaCheck = ReturnType<typeof useSchemaCheck>;

/** What is wrong with a schema and which properties it names, while it is typed. */
export function useSchemaCheck(organizationId: string, text: string) {
  const [settled] = useDebouncedValue(text, 300);
  const isBlank = settled.trim() === "";
  const query = useQuery({
    ...schemaCheckQuery(organizationId, settled),
    enabled: !isBlank,
    // Nothing flickers while somebody types.
    placeholderData: keepPreviousData,
  });
  const isCurrent = settled === text && !query.isPlaceholderData;
  return {
    query,
    /** The text that it is or will be about. */
    settled,
    /** What was found out about the text as it is; undefined until then. */
    current: isCurrent ? query.data : undefined,
    /** The same, or what was found out about the text before. */
    latest: isBlank ? undefined : query.data,
    /** Whether nothing is to be waited for. */
    isSettled: settled === text && (isBlank || !query.isFetching),
  };
}
