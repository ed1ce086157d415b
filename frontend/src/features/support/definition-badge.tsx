import type { WebhookDefinition } from "../../api/schema";
import { Badge } from "../../components/badge";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export function DefinitionBadge({ webhook }: { webhook: WebhookDefinition }) {
  if (webhook.deletedAt) {
    return <Badge tone="red">{pageTexts.support.deleted}</Badge>;
  }
  return webhook.isPaused ? (
    <Badge tone="gray">{texts.webhooks.paused}</Badge>
  ) : (
    <Badge tone="green">{texts.webhooks.active}</Badge>
  );
}
