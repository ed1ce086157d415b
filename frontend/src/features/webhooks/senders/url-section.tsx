import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { WebhookUrlResponse } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { CopyField } from "../../../components/copy-field";
import { ProblemAlert } from "../../../components/problem-alert";
import { SettingsSection } from "../../../components/settings-section";
import { useConfirmed } from "../../../components/use-confirmed";
import { asMinute } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { webhooksQuery } from "../queries";
import { OverlapField } from "./overlap-field";
import { endOldUrl, renewUrl, urlQuery } from "./queries";
import classes from "./senders.module.css";

interface UrlSectionProps {
  organizationId: string;
  webhookId: string;
}

/** The URL, and the one before while it works. */
export function UrlSection({ organizationId, webhookId }: UrlSectionProps) {
  const queryClient = useQueryClient();
  const query = urlQuery(organizationId, webhookId);
  const { data: urls, error, refetch, isFetching } = useQuery(query);
  const [overlapHours, setOverlapHours] = useState(48);
  const [isRenewed, setRenewed] = useState(false);
  const keep = (changed: WebhookUrlResponse) => {
    queryClient.setQueryData(query.queryKey, changed);
    void queryClient.invalidateQueries(webhooksQuery(organizationId));
  };
  const renew = useConfirmed<string, WebhookUrlResponse>(
    () => renewUrl(organizationId, webhookId, overlapHours),
    (_, changed) => {
      keep(changed);
      setRenewed(true);
    },
  );
  const end = useConfirmed<string, WebhookUrlResponse>(
    () => endOldUrl(organizationId, webhookId),
    (_, changed) => keep(changed),
  );
  return (
    <SettingsSection title={pageTexts.senders.url} text={pageTexts.senders.urlText}>
      {urls === undefined && error === null && <Skeleton height={96} />}
      {urls === undefined && error !== null && (
        <ProblemAlert error={error} onRetry={refetch} isRetrying={isFetching} />
      )}
      {urls !== undefined && (
        <Stack gap="md">
          <CopyField
            text={urls.url}
            label={pageTexts.senders.urlLabel}
            copyLabel={pageTexts.senders.copyUrl}
          />
          <p role="status" className={classes.text} hidden={!isRenewed}>
            {isRenewed && pageTexts.senders.renewed}
          </p>
          {urls.oldUrl == null ? (
            <Group>
              <Button variant="default" onClick={() => renew.ask(urls.url)}>
                {pageTexts.senders.renew}
              </Button>
            </Group>
          ) : (
            <OldUrl old={urls.oldUrl} onEnd={() => end.ask(urls.url)} />
          )}
        </Stack>
      )}
      <ConfirmDialog
        {...renew.dialog}
        title={pageTexts.senders.renewTitle}
        text={pageTexts.senders.renewQuestion}
        confirm={pageTexts.senders.renewConfirm}
        isDestructive={overlapHours === 0}
      >
        <OverlapField
          label={pageTexts.senders.renewOverlap}
          hours={overlapHours}
          onChange={setOverlapHours}
        />
      </ConfirmDialog>
      <ConfirmDialog
        {...end.dialog}
        title={pageTexts.senders.endOldUrlTitle}
        text={pageTexts.senders.endOldUrlText}
        confirm={pageTexts.senders.endOldUrlConfirm}
      />
    </SettingsSection>
  );
}

interface OldUrlProps {
  old: NonNullable<WebhookUrlResponse["oldUrl"]>;
  onEnd: () => void;
}

function OldUrl({ old: { url, endsAt, lastUsedAt }, onEnd }: OldUrlProps) {
  return (
    <div>
      <CopyField
        text={url}
        label={pageTexts.senders.oldUrl}
        copyLabel={pageTexts.senders.copyOldUrl}
      />
      <div className={classes.secret}>
        <span className={classes.hint}>
          {pageTexts.senders.oldUrlUntil(asMinute(endsAt))}{" "}
          {lastUsedAt == null
            ? pageTexts.senders.oldUrlUnused
            : pageTexts.senders.oldUrlUsed(asMinute(lastUsedAt))}
        </span>
        <Button variant="default" size="compact-sm" onClick={onEnd}>
          {pageTexts.senders.endOldUrl}
        </Button>
      </div>
    </div>
  );
}
