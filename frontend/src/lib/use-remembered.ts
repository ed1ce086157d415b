import { useState } from "react";

/** A choice about a page that this browser keeps. */
export function useRemembered<T>(name: string, defaultValue: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(name) ?? defaultValue);
  const keep = (wanted: T) => {
    setValue(wanted);
    try {
      localStorage.setItem(keyOf(name), JSON.stringify(wanted));
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  };
  return [value, keep];
}

function read<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? "null") as T | null;
  } catch {
    return null;
  }
}

function keyOf(name: string): string {
  return `inlet.${name}`;
}
