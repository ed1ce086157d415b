import type { DeliveryCount } from "../../api/schema";
import { asNumber, asRoundNumber } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";

/** How many deliveries there are, or about how many. */
export function countText({ count, isEstimate }: DeliveryCount): string {
  return isEstimate
    ? pageTexts.deliveries.about(asRoundNumber(count))
    : pageTexts.deliveries.count(count, asNumber(count));
}
