import { useState } from "react";

/** As many as can be named at once. */
export const selectedMax = 500;

export interface Selection {
  ids: ReadonlySet<string>;
  /** Takes a row in or out; with a page given, also all rows of it since the last one that was. */
  toggle: (id: string, isIn: boolean, upTo?: readonly string[]) => void;
  toggleAll: (ids: readonly string[], isIn: boolean) => void;
  clear: () => void;
}

/** Rows of a list that are to be done something with: they stay over all its pages, however it moves. */
export function useSelection(key: string): Selection {
  const [kept, setKept] = useState<Kept>({ key, ids: new Set() });
  const { ids, last } = kept.key === key ? kept : { ids: new Set<string>(), last: undefined };
  const change = (changed: readonly string[], isIn: boolean, latest?: string) => {
    const next = new Set(ids);
    for (const id of changed) {
      if (isIn) {
        next.add(id);
      } else {
        next.delete(id);
      }
    }
    setKept({ key, ids: next, last: latest });
  };
  return {
    ids,
    toggle: (id, isIn, upTo = []) => change([id, ...between(upTo, last, id)], isIn, id),
    toggleAll: (all, isIn) => change(all, isIn),
    clear: () => setKept({ key, ids: new Set() }),
  };
}

interface Kept {
  /** What the list is of: another one has another selection. */
  key: string;
  ids: ReadonlySet<string>;
  /** The row that was taken in or out last. */
  last?: string | undefined;
}

function between(page: readonly string[], one: string | undefined, other: string): string[] {
  const ends = [page.indexOf(one ?? ""), page.indexOf(other)];
  return ends.includes(-1) ? [] : page.slice(Math.min(...ends), Math.max(...ends) + 1);
}
