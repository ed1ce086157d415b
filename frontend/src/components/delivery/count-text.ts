import type { DeliveryCount } from "../../api/schema";
import { asNumber } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";

/** How many deliveries there are, as far as they were counted. */
export function countText({ count, isMore }: DeliveryCount): string {
  return isMore
    ? pageTexts.deliveries.moreThan(asNumber(count))
    : pageTexts.deliveries.count(count, asNumber(count));
}
