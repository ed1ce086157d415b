import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { WebhookResponse } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import { SchemaRehearsal } from "../rehearsal/schema-rehearsal";
import { asText } from "./differences";
import { type VersionInFull, versionQuery } from "./queries";

interface RestoreRehearsalProps {
  organizationId: string;
  webhook: WebhookResponse;
  version: VersionInFull;
}

/** What the schema of an earlier version would have said to the last deliveries, if it is another one. */
export function RestoreRehearsal({ organizationId, webhook, version }: RestoreRehearsalProps) {
  const current = useQuery(versionQuery(organizationId, webhook.id, webhook.version));
  if (current.isPending) {
    return <Skeleton height={48} />;
  }
  return current.data !== undefined && asText(current.data) === asText(version) ? null : (
    <SchemaRehearsal
      organizationId={organizationId}
      webhookId={webhook.id}
      schemaText={version.schemaText}
      still={pageTexts.rehearsal.stillRestore}
    />
  );
}
