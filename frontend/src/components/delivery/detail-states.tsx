import { Skeleton, Stack } from "@mantine/core";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { EmptyState } from "../empty-state";
import { SearchIcon } from "../icons";
import { ProblemAlert } from "../problem-alert";
import classes from "./delivery-detail.module.css";

export function DetailSkeleton({ title = pageTexts.delivery.title }: { title?: string }) {
  return (
    <Stack gap="md" aria-busy="true">
      <h1 className={classes.title}>{title}</h1>
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

export function DetailError({ error, onRetry, isRetrying }: DetailErrorProps) {
  if (error.status === 404 || error.status === 400) {
    return (
      <EmptyState
        level={1}
        icon={<SearchIcon size={20} />}
        title={pageTexts.delivery.notFoundTitle}
        text={pageTexts.delivery.notFoundText}
      />
    );
  }
  return (
    <ProblemAlert
      title={pageTexts.delivery.loadFailed}
      error={error}
      onRetry={onRetry}
      isRetrying={isRetrying}
    />
  );
}
