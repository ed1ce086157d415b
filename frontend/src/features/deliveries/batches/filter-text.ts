import type { ReplayBatchResponse } from "../../../api/schema";
import { asMinute } from "../../../lib/dates";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";

/** What the deliveries of a batch were found by, in words. */
export function filterText(
  { filter }: ReplayBatchResponse,
  webhookNames: ReadonlyMap<string, string>,
): string {
  const batches = pageTexts.batches;
  if (!filter) {
    return batches.selected;
  }
  const { webhookId, version, outcome, reason, from, to, source, q, property } = filter;
  const parts = [
    webhookId && (webhookNames.get(webhookId) ?? pageTexts.deliveries.unnamedWebhook),
    version != null && batches.filter.version(version),
    outcome && texts.outcomes[outcome].label,
    reason && texts.reasons[reason].replace(/\.$/, ""),
    from && batches.filter.since(asMinute(from)),
    to && batches.filter.until(asMinute(to)),
    source && batches.filter.source(source),
    q && batches.filter.search,
    property && batches.filter.property(property),
  ];
  return asList(parts.map((part) => part || undefined)) || batches.everything;
}
