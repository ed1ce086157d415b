import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../../components/empty-state";
import { SearchIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { asMoment } from "../../lib/dates";
import { texts } from "../../texts/texts";
import { Attempts } from "./attempts";
import classes from "./delivery-detail.module.css";
import { DeliveryFacts } from "./delivery-facts";
import { HeaderTable } from "./header-table";
import { OutcomeBadge } from "./outcome-badge";
import { deliveryQuery } from "./queries";
import { ReceivedBody } from "./received-body";
import { sentenceOf } from "./sentence";
import { Violations } from "./violations";

interface DeliveryDetailProps {
  organizationId: string;
  deliveryId: string;
}

export function DeliveryDetail({ organizationId, deliveryId }: DeliveryDetailProps) {
  const query = useQuery(deliveryQuery(organizationId, deliveryId));
  const { data: delivery, error } = query;
  if (delivery === undefined) {
    return error === null ? (
      <DetailSkeleton />
    ) : (
      <DetailError error={error} onRetry={query.refetch} isRetrying={query.isFetching} />
    );
  }
  const { meaning } = texts.outcomes[delivery.outcome];
  const sentence = sentenceOf(delivery);
  return (
    <article>
      <title>{texts.common.pageTitle(texts.deliveries.open(asMoment(delivery.receivedAt)))}</title>
      <div className={classes.headline}>
        <h1 className={classes.title}>{texts.delivery.title}</h1>
        <OutcomeBadge outcome={delivery.outcome} />
      </div>
      <p className={classes.sentence}>{sentence ?? meaning}</p>
      {sentence !== undefined && <p className={classes.meaning}>{meaning}</p>}
      <div className={classes.columns}>
        <DeliveryFacts delivery={delivery} />
        <div className={classes.content}>
          {delivery.violations.length > 0 && <Violations violations={delivery.violations} />}
          <ReceivedBody body={delivery.body} />
          <Attempts attempts={delivery.attempts} />
          <HeaderTable headers={delivery.headers} />
        </div>
      </div>
    </article>
  );
}

function DetailSkeleton() {
  return (
    <Stack gap="md" aria-busy="true">
      <h1 className={classes.title}>{texts.delivery.title}</h1>
      <Skeleton height={14} width="40%" />
      <Skeleton height={220} mt="md" />
      <Skeleton height={220} />
      <span hidden>{texts.common.loading}</span>
    </Stack>
  );
}

interface DetailErrorProps {
  error: Error & { status?: number | undefined };
  onRetry: () => void;
  isRetrying: boolean;
}

function DetailError({ error, onRetry, isRetrying }: DetailErrorProps) {
  if (error.status === 404 || error.status === 400) {
    return (
      <EmptyState
        level={1}
        icon={<SearchIcon size={20} />}
        title={texts.delivery.notFoundTitle}
        text={texts.delivery.notFoundText}
      />
    );
  }
  return (
    <ProblemAlert
      title={texts.delivery.loadFailed}
      error={error}
      onRetry={onRetry}
      isRetrying={isRetrying}
    />
  );
}
