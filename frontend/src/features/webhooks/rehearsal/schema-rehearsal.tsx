import { Alert, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Rehearsal } from "../../../api/schema";
import { AlertIcon, CheckIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import * as pageTexts from "../../../texts/page-texts";
import { rehearsalQuery } from "./queries";
import { ReasonList } from "./reason-list";
import { reasonsOf } from "./reasons";
import classes from "./rehearsal.module.css";

interface SchemaRehearsalProps {
  organizationId: string;
  webhookId: string;
  schemaText: string;
  /** Says that it can be done all the same. */
  still: string;
}

/** What another schema would have said to deliveries that came already. */
export function SchemaRehearsal({
  organizationId,
  webhookId,
  schemaText,
  still,
}: SchemaRehearsalProps) {
  const query = useQuery(rehearsalQuery(organizationId, webhookId, schemaText));
  if (query.data !== undefined) {
    return <Found organizationId={organizationId} found={query.data} still={still} />;
  }
  return query.error === null ? (
    <div aria-busy="true">
      <p className={classes.text}>{pageTexts.rehearsal.running}</p>
      <Skeleton height={48} mt={8} />
    </div>
  ) : (
    <ProblemAlert
      title={pageTexts.rehearsal.failed}
      error={query.error}
      onRetry={query.refetch}
      isRetrying={query.isFetching}
    />
  );
}

interface FoundProps {
  organizationId: string;
  found: Rehearsal;
  still: string;
}

function Found({ organizationId, found, still }: FoundProps) {
  const { checked, newlyRejected, newlyAccepted, examples } = found;
  if (checked === 0) {
    return <p className={classes.text}>{pageTexts.rehearsal.none}</p>;
  }
  if (newlyRejected === 0) {
    return (
      <Alert className={classes.same} icon={<CheckIcon size={18} />}>
        {newlyAccepted === 0
          ? pageTexts.rehearsal.same(checked)
          : pageTexts.rehearsal.better(newlyAccepted)}
      </Alert>
    );
  }
  return (
    <Alert
      className={classes.worse}
      icon={<AlertIcon size={18} />}
      title={pageTexts.rehearsal.worse(checked, newlyRejected)}
    >
      {newlyAccepted > 0 && (
        <p className={classes.line}>{pageTexts.rehearsal.better(newlyAccepted)}</p>
      )}
      {examples.length < newlyRejected && (
        <p className={classes.line}>{pageTexts.rehearsal.newest(examples.length)}</p>
      )}
      <ReasonList organizationId={organizationId} reasons={reasonsOf(examples)} />
      <p className={classes.still}>{still}</p>
    </Alert>
  );
}
