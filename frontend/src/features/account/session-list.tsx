import { Button, Skeleton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/problem";
import type { SessionResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { ExactTime } from "../../components/exact-time";
import { ProblemAlert } from "../../components/problem-alert";
import classes from "../../components/row-list.module.css";
import { SettingsSection } from "../../components/settings-section";
import { useConfirmed } from "../../components/use-confirmed";
import { WorkButton } from "../../components/work-button";
import { asMinute } from "../../lib/dates";
import { deviceName } from "../../lib/user-agent";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { endAllSessions, endSession, sessionsQuery } from "./queries";

export function SessionList() {
  const queryClient = useQueryClient();
  const { data: sessions, error, refetch, isFetching } = useQuery(sessionsQuery);
  const end = useMutation<unknown, ApiProblem, string>({
    mutationFn: endSession,
    onSettled: () => queryClient.invalidateQueries(sessionsQuery),
  });
  const endAll = useConfirmed(endAllSessions);
  return (
    <SettingsSection title={pageTexts.sessions.title} text={pageTexts.sessions.text}>
      {end.error !== null && (
        <ProblemAlert title={pageTexts.sessions.endFailed} error={end.error} />
      )}
      {sessions === undefined && error !== null ? (
        <ProblemAlert
          title={pageTexts.sessions.loadFailed}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : (
        <ul
          className={classes.root}
          aria-label={pageTexts.sessions.list}
          aria-busy={sessions === undefined}
        >
          {sessions?.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              isEnding={end.isPending && end.variables === session.id}
              onEnd={() => end.mutate(session.id)}
            />
          )) ?? <LoadingRow />}
        </ul>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={() => endAll.ask(undefined)}>
          {pageTexts.sessions.endAll}
        </Button>
      </div>
      <ConfirmDialog
        {...endAll.dialog}
        title={pageTexts.sessions.endAllTitle}
        text={pageTexts.sessions.endAllText}
        confirm={pageTexts.sessions.endAll}
      />
    </SettingsSection>
  );
}

function LoadingRow() {
  return (
    <li className={classes.row}>
      <Skeleton height={12} width="60%" />
      <span hidden>{texts.common.loading}</span>
    </li>
  );
}

interface SessionRowProps {
  session: SessionResponse;
  isEnding: boolean;
  onEnd: () => void;
}

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const device = deviceName(session.device);
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <div className={classes.name}>
          <span title={session.device}>{device}</span>
          {session.isCurrent && <Badge tone="green">{pageTexts.sessions.thisDevice}</Badge>}
        </div>
        <div className={classes.sub}>
          {session.sourceAddress} · <LastUse instant={session.lastUsedAt} />
        </div>
      </div>
      {!session.isCurrent && (
        <WorkButton
          variant="default"
          size="xs"
          loading={isEnding}
          onClick={onEnd}
          aria-label={pageTexts.sessions.endOf(device, session.sourceAddress)}
        >
          {pageTexts.sessions.end}
        </WorkButton>
      )}
    </li>
  );
}

function LastUse({ instant }: { instant: string }) {
  return <ExactTime instant={instant} format={(at) => pageTexts.sessions.lastUse(asMinute(at))} />;
}
