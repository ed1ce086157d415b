import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { DeliveryPageDeliverySummary } from "../../api/schema";

interface LiveOptions {
  /** What the page is of: another one starts anew. */
  key: string;
  isLive: boolean;
  /** Where the list begins: whoever has scrolled past it reads, and nothing is to move. */
  top: RefObject<HTMLElement | null>;
}

export interface LivePage {
  shown: DeliveryPageDeliverySummary | undefined;
  /** How many deliveries wait until the reader wants them. */
  waiting: number;
  /** Whether nothing of the newest page is shown, so that even more may wait. */
  isWaitingForMore: boolean;
  showWaiting: () => void;
  isNew: (deliveryId: string) => boolean;
  /** How many came since the page was opened. */
  arrived: number;
}

/** A page that is asked for again and again, so that what the reader looks at does not move. */
export function useLivePage(
  latest: DeliveryPageDeliverySummary | undefined,
  { key, isLive, top }: LiveOptions,
): LivePage {
  const [held, setHeld] = useState<DeliveryPageDeliverySummary>();
  const seen = useSeen(latest, `${key} ${isLive}`);
  const newest = useRef(latest);
  useEffect(() => {
    newest.current = latest;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its top
  useEffect(() => setHeld(undefined), [key, isLive]);

  useEffect(() => {
    if (!isLive) {
      return;
    }
    const onScroll = () => {
      const isPast = (top.current?.getBoundingClientRect().top ?? 0) < 0;
      setHeld((before) => (isPast ? (before ?? newest.current) : undefined));
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, [isLive, top]);

  const isHeld = held !== undefined && latest !== undefined;
  const waiting = isHeld ? absentFrom(held, latest) : 0;
  return {
    shown: isHeld ? refreshed(held, latest) : latest,
    waiting,
    isWaitingForMore: isHeld && waiting > 0 && waiting === latest.items.length,
    showWaiting: useCallback(() => setHeld(undefined), []),
    isNew: (id) => isLive && seen.first?.has(id) === false,
    arrived: isLive ? seen.arrived : 0,
  };
}

interface Seen {
  key: string;
  /** What was there when somebody began to look; undefined until it is known. */
  first: Set<string> | undefined;
  /** What came later. */
  later: Set<string>;
  arrived: number;
}

function useSeen(latest: DeliveryPageDeliverySummary | undefined, key: string): Seen {
  const [seen, setSeen] = useState<Seen>({ key, first: undefined, later: new Set(), arrived: 0 });
  const next = look(seen, latest, key);
  if (next !== seen) {
    setSeen(next);
  }
  return next;
}

function look(seen: Seen, latest: DeliveryPageDeliverySummary | undefined, key: string): Seen {
  if (seen.key !== key) {
    return look({ key, first: undefined, later: new Set(), arrived: 0 }, latest, key);
  }
  if (latest === undefined) {
    return seen;
  }
  const ids = latest.items.map(({ id }) => id);
  if (seen.first === undefined) {
    return { ...seen, first: new Set(ids) };
  }
  const { first, later } = seen;
  const further = ids.filter((id) => !first.has(id) && !later.has(id));
  return further.length === 0
    ? seen
    : { ...seen, later: new Set([...later, ...further]), arrived: seen.arrived + further.length };
}

function absentFrom(
  held: DeliveryPageDeliverySummary,
  latest: DeliveryPageDeliverySummary,
): number {
  const ids = new Set(held.items.map(({ id }) => id));
  return latest.items.filter(({ id }) => !ids.has(id)).length;
}

/** The same rows, with what became of them meanwhile. */
function refreshed(
  held: DeliveryPageDeliverySummary,
  latest: DeliveryPageDeliverySummary,
): DeliveryPageDeliverySummary {
  const known = new Map(latest.items.map((delivery) => [delivery.id, delivery]));
  return { ...held, items: held.items.map((delivery) => known.get(delivery.id) ?? delivery) };
}
