import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "../../../api/problem";
import { EmptyState } from "../../../components/empty-state";
import { SearchIcon } from "../../../components/icons";
import { PageHeader } from "../../../components/page-header";
import { ProblemAlert } from "../../../components/problem-alert";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { webhooksQuery } from "../queries";
import { verificationQuery } from "./queries";
import { UrlSection } from "./url-section";
import { VerificationForm } from "./verification-form";

interface SendersProps {
  organizationId: string;
  webhookId: string;
}

/** Who may send to a webhook, and by which URL. */
export function Senders({ organizationId, webhookId }: SendersProps) {
  const verification = useQuery(verificationQuery(organizationId, webhookId));
  const { data: webhooks } = useQuery(webhooksQuery(organizationId));
  const name = webhooks?.find(({ id }) => id === webhookId)?.name;
  if (verification.data === undefined && verification.error !== null) {
    const { status } = asProblem(verification.error);
    return status === 404 || status === 400 ? (
      <EmptyState
        level={1}
        icon={<SearchIcon size={20} />}
        title={pageTexts.senders.missingTitle}
        text={pageTexts.senders.missingText}
      />
    ) : (
      <ProblemAlert
        title={pageTexts.senders.loadFailed}
        error={verification.error}
        onRetry={verification.refetch}
        isRetrying={verification.isFetching}
      />
    );
  }
  return (
    <>
      <PageHeader
        title={name === undefined ? pageTexts.senders.title : pageTexts.senders.titleOf(name)}
      />
      {verification.data === undefined ? (
        <Skeleton height={420} aria-label={texts.common.loading} />
      ) : (
        <VerificationForm
          organizationId={organizationId}
          webhookId={webhookId}
          stored={verification.data}
        />
      )}
      <UrlSection organizationId={organizationId} webhookId={webhookId} />
    </>
  );
}
