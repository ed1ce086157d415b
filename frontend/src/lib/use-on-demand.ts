import { useState } from "react";

/**
 * A module that is loaded when something is first asked for. Unlike a lazy component it is there as
 * soon as what shows it opens: the keyboard can go into it, and back.
 */
export function useOnDemand<Module extends object>(
  load: () => Promise<Module>,
): [Module | undefined, (use: () => void) => void] {
  const [loaded, setLoaded] = useState<Module>();
  const [error, setError] = useState<unknown>();
  if (error !== undefined) {
    throw error; // for the page that says so
  }
  const ask = async (use: () => void) => {
    try {
      setLoaded(await load());
      use();
    } catch (failure) {
      setError(failure);
    }
  };
  return [loaded, ask];
}
