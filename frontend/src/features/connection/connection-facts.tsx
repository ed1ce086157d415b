import type { ConnectionResponse } from "../../api/schema";
import { ExactTime } from "../../components/exact-time";
import * as pageTexts from "../../texts/page-texts";
import classes from "./connection.module.css";

interface ConnectionFactsProps {
  connection: ConnectionResponse;
}

/** A connection, for whoever may not change it. */
export function ConnectionFacts({ connection }: ConnectionFactsProps) {
  return (
    <dl className={classes.facts}>
      <dt>{pageTexts.connection.edition}</dt>
      <dd>{pageTexts.connection.editions[connection.edition]}</dd>
      <dt>{pageTexts.connection.baseUrl}</dt>
      <dd className={classes.mono}>{connection.baseUrl}</dd>
      <dt>{pageTexts.connection.username}</dt>
      <dd>{connection.username}</dd>
      <dt>{pageTexts.connection.password}</dt>
      <dd>{pageTexts.connection.passwordSet}</dd>
      <dt>{pageTexts.connection.timeZone}</dt>
      <dd>{connection.timeZone}</dd>
      <dt>{pageTexts.connection.callsAtOnce}</dt>
      <dd>{connection.concurrentCallsMax}</dd>
      <dt>{pageTexts.connection.changedAt}</dt>
      <dd>
        <ExactTime instant={connection.updatedAt} />
      </dd>
    </dl>
  );
}
