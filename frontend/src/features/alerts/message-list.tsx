import { useQuery } from "@tanstack/react-query";
import type { AlertMessageResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import { ExactTime } from "../../components/exact-time";
import { ProblemAlert } from "../../components/problem-alert";
import listClasses from "../../components/row-list.module.css";
import { asMinute } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import classes from "./alerts.module.css";
import { messagesQuery } from "./queries";
import { whyNot } from "./why-not";

interface MessageListProps {
  organizationId: string;
  endpointId: string;
}

/** What an address was sent last, and what became of it. */
export function MessageList({ organizationId, endpointId }: MessageListProps) {
  const { data, error, refetch, isFetching } = useQuery(messagesQuery(organizationId, endpointId));
  if (data === undefined) {
    return error === null ? null : (
      <ProblemAlert error={error} onRetry={refetch} isRetrying={isFetching} />
    );
  }
  return (
    <ul className={listClasses.root}>
      {data.items.length === 0 && <li className={classes.none}>{pageTexts.alerts.noMessages}</li>}
      {data.items.map((message) => (
        <li key={message.id} className={listClasses.row}>
          <div className={listClasses.main}>
            <div className={listClasses.name}>{message.summary}</div>
            <div className={listClasses.sub}>
              <State message={message} />{" "}
              <ExactTime instant={message.createdAt} format={asMinute} />
              {detail(message)}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function State({ message: { deliveredAt, nextAttemptAt } }: { message: AlertMessageResponse }) {
  if (deliveredAt != null) {
    return <Badge tone="green">{pageTexts.alerts.taken}</Badge>;
  }
  return nextAttemptAt == null ? (
    <Badge tone="red">{pageTexts.alerts.givenUp}</Badge>
  ) : (
    <Badge tone="amber">{pageTexts.alerts.waiting}</Badge>
  );
}

function detail(message: AlertMessageResponse) {
  return message.failure == null
    ? undefined
    : pageTexts.alerts.lastAttempt(message.attempts, whyNot(message));
}
