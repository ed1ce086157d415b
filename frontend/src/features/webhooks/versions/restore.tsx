import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { WebhookResponse, WebhookVersion } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { useConfirmed } from "../../../components/use-confirmed";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { restoreVersion } from "./queries";

interface RestoreProps {
  organizationId: string;
  webhook: WebhookResponse;
  version: WebhookVersion;
  onRestored: () => void;
}

export function Restore({ organizationId, webhook, version, onRestored }: RestoreProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const restore = useConfirmed<WebhookVersion>(
    (restored) => restoreVersion(organizationId, webhook, restored),
    async () => {
      await queryClient.invalidateQueries({ queryKey: [organizationId, "webhooks"] });
      onRestored();
      // The newest version is the one that has just come to be.
      navigate(paths.webhookVersions(organizationId, webhook.id));
    },
  );
  return (
    <>
      <Button variant="default" onClick={() => restore.ask(version)}>
        {pageTexts.versions.restore}
      </Button>
      <ConfirmDialog
        {...restore.dialog}
        isDestructive={false}
        title={pageTexts.versions.restoreTitle(version.number)}
        text={pageTexts.versions.restoreText(version.number, webhook.version)}
        confirm={pageTexts.versions.restore}
      />
    </>
  );
}
