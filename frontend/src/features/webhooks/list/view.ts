import type { WebhookActivity, WebhookResponse } from "../../../api/schema";
import { readText } from "../../../lib/filters";
import { inOrder } from "../../../lib/language";
import { texts } from "../../../texts/texts";

export const sortKeys = ["name", "status", "lastDelivery"] as const;
export type SortKey = (typeof sortKeys)[number];

/** What is searched for and what comes first; lives in the URL and nowhere else. */
export interface ListView {
  q: string | undefined;
  sort: SortKey;
  isReversed: boolean;
}

export interface ListedWebhook {
  webhook: WebhookResponse;
  actionLabel: string;
  /** Undefined while it is not known. */
  activity: WebhookActivity | undefined;
}

export function readView(search: URLSearchParams): ListView {
  const sort = readText(search, "sort") ?? "";
  const key = sortKeys.find((each) => each === sort.replace(/^-/, ""));
  return {
    q: readText(search, "q"),
    sort: key ?? "name",
    isReversed: key !== undefined && sort.startsWith("-"),
  };
}

/** As parameters of the URL; what it is anyway is left out. */
export function viewParameters({ q, sort, isReversed }: ListView) {
  const isUsual = sort === "name" && !isReversed;
  return { q, sort: isUsual ? undefined : `${isReversed ? "-" : ""}${sort}` };
}

/** The same column once more goes the other way. */
export function sortedBy(view: ListView, sort: SortKey): ListView {
  return { ...view, sort, isReversed: sort === view.sort && !view.isReversed };
}

const comparisons: Record<SortKey, (a: ListedWebhook, b: ListedWebhook) => number> = {
  name: (a, b) => inOrder.compare(a.webhook.name, b.webhook.name),
  status: (a, b) => Number(a.webhook.isPaused) - Number(b.webhook.isPaused),
  lastDelivery: (a, b) => lastOf(b) - lastOf(a),
};

export function viewOf(webhooks: readonly ListedWebhook[], view: ListView): ListedWebhook[] {
  const words = (view.q ?? "").toLocaleLowerCase(texts.locale).split(/\s+/).filter(Boolean);
  const direction = view.isReversed ? -1 : 1;
  return webhooks
    .filter(({ webhook, actionLabel }) => {
      const text = `${webhook.name}\n${actionLabel}\n${webhook.url}`.toLocaleLowerCase(
        texts.locale,
      );
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => direction * comparisons[view.sort](a, b) || comparisons.name(a, b));
}

function lastOf({ activity }: ListedWebhook): number {
  return activity?.lastDelivery ? Date.parse(activity.lastDelivery.receivedAt) : 0;
}
