import type { WebhookDefinition } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";

/** What a webhook does, in words: support belongs to no organization whose actions it could ask for. */
export function actionLabel({ action: { type } }: Pick<WebhookDefinition, "action">): string {
  return pageTexts.support.actions.get(type) ?? type;
}
