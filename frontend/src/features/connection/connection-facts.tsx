import type { ConnectionResponse } from "../../api/schema";
import { ExactTime } from "../../components/exact-time";
import { texts } from "../../texts/texts";
import classes from "./connection.module.css";

interface ConnectionFactsProps {
  connection: ConnectionResponse;
}

/** A connection, for whoever may not change it. */
export function ConnectionFacts({ connection }: ConnectionFactsProps) {
  return (
    <dl className={classes.facts}>
      <dt>{texts.connection.edition}</dt>
      <dd>{texts.connection.editions[connection.edition]}</dd>
      <dt>{texts.connection.baseUrl}</dt>
      <dd className={classes.mono}>{connection.baseUrl}</dd>
      <dt>{texts.connection.username}</dt>
      <dd>{connection.username}</dd>
      <dt>{texts.connection.password}</dt>
      <dd>{texts.connection.passwordSet}</dd>
      <dt>{texts.connection.timeZone}</dt>
      <dd>{connection.timeZone}</dd>
      <dt>{texts.connection.callsAtOnce}</dt>
      <dd>{connection.concurrentCallsMax}</dd>
      <dt>{texts.connection.changedAt}</dt>
      <dd>
        <ExactTime instant={connection.updatedAt} />
      </dd>
    </dl>
  );
}
