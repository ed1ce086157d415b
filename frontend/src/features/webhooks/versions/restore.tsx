import { Alert, Button, Skeleton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useNavigate } from "react-router";
import { asProblem } from "../../../api/problem";
import type { WebhookResponse } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { AlertIcon } from "../../../components/icons";
import { useConfirmed } from "../../../components/use-confirmed";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { restoreVersion, type VersionInFull } from "./queries";

const RestoreRehearsal = lazy(async () => ({
  default: (await import("./restore-rehearsal")).RestoreRehearsal,
}));

interface RestoreProps {
  organizationId: string;
  webhook: WebhookResponse;
  version: VersionInFull;
  /** Says what came of it. */
  onRestored: (sentence: string) => void;
}

export function Restore({ organizationId, webhook, version, onRestored }: RestoreProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const loadAgain = () => queryClient.invalidateQueries({ queryKey: [organizationId, "webhooks"] });
  const restore = useConfirmed<number, boolean>(
    async (number) => {
      try {
        const restored = await restoreVersion(organizationId, webhook, number);
        return restored.revision !== webhook.revision;
      } finally {
        // After a conflict, too: the next try is made from what somebody else saved.
        await loadAgain();
      }
    },
    (number, isChanged) => {
      if (isChanged) {
        onRestored(pageTexts.versions.restored(number));
        // The newest version is the one that has just come to be.
        navigate(paths.webhookVersions(organizationId, webhook.id));
      } else {
        onRestored(pageTexts.versions.restoredNothing(number, webhook.version));
      }
    },
  );
  const { error } = restore.dialog;
  const isConflict = error !== null && asProblem(error).is("conflict");
  return (
    <>
      <Button variant="default" onClick={() => restore.ask(version.number)}>
        {pageTexts.versions.restore}
      </Button>
      <ConfirmDialog
        {...restore.dialog}
        error={isConflict ? null : error}
        isDestructive={false}
        title={pageTexts.versions.restoreTitle(version.number)}
        text={[
          pageTexts.versions.restoreText(version.number, webhook.version),
          version.panel ? pageTexts.versions.restorePanel(version.panel.label) : "",
        ]
          .join(" ")
          .trim()}
        confirm={pageTexts.versions.restore}
      >
        <Suspense fallback={<Skeleton height={48} />}>
          <RestoreRehearsal organizationId={organizationId} webhook={webhook} version={version} />
        </Suspense>
        {isConflict && (
          <Alert role="alert" color="red" icon={<AlertIcon size={18} />}>
            {pageTexts.versions.restoreConflict(webhook.version)}
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}
