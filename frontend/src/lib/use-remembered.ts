import { useLocalStorage } from "@mantine/hooks";

/** A choice about a page that this browser keeps. */
export function useRemembered<T>(name: string, defaultValue: T): [T, (value: T) => void] {
  const [value, setValue] = useLocalStorage<T>({
    key: `inlet.${name}`,
    defaultValue,
    // Read at once: a page that opens and shuts while it loads is worse.
    getInitialValueInEffect: false,
  });
  return [value, setValue];
}
