import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId } from "react";
import { Link } from "react-router";
import type { AuditEventResponse } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import { ExactTime } from "../../components/exact-time";
import { ChevronIcon } from "../../components/icons";
import { deviceName } from "../../lib/user-agent";
import * as pageTexts from "../../texts/page-texts";
import { type Change, changesOf } from "./changes";
import classes from "./event-list.module.css";
import type { AuditFilters } from "./filters";
import { NarrowMenu } from "./narrow-menu";
import { deliveryOf, sentenceOf } from "./sentence";

interface EventRowProps {
  event: AuditEventResponse;
  /** What the things are called that events name by an id. */
  names: ReadonlyMap<string, string> | undefined;
  /** Where a delivery is shown; undefined where none is to be seen. */
  deliveryPath: ((id: string) => string) | undefined;
  /** Undefined where nothing narrows the list. */
  onNarrow: ((narrowed: AuditFilters) => void) | undefined;
}

export function EventRow({ event, names, deliveryPath, onNarrow }: EventRowProps) {
  const changes = changesOf(event, names);
  const delivery = deliveryOf(event);
  return (
    <tr className={`${tableClasses.row} ${classes.row}`}>
      <td className={`${classes.time} ${tableClasses.numeric}`}>
        <ExactTime instant={event.occurredAt} />
      </td>
      <td className={classes.event}>
        <span className={classes.sentence}>{sentenceOf(event)}</span>
        {event.reason && (
          <span className={classes.reason}>
            {/* Only support staff say it in their own words. */}
            {event.action === "DELIVERY_REVEALED"
              ? pageTexts.audit.reason(event.reason)
              : event.reason}
          </span>
        )}
        {delivery !== undefined && deliveryPath !== undefined && (
          <Link className={classes.delivery} to={deliveryPath(delivery)}>
            {pageTexts.audit.openDelivery}
          </Link>
        )}
        {changes.length > 0 && <Changes changes={changes} isChange={event.before !== null} />}
      </td>
      <td className={classes.origin}>
        <Origin event={event} />
      </td>
      {onNarrow !== undefined && (
        <td className={`${classes.narrow} ${tableClasses.actions}`}>
          <NarrowMenu event={event} onNarrow={onNarrow} />
        </td>
      )}
    </tr>
  );
}

function Origin({ event: { sourceAddress, device } }: { event: AuditEventResponse }) {
  if (sourceAddress === "" && device === "") {
    return <span className={tableClasses.muted}>{pageTexts.audit.onInstallation}</span>;
  }
  return (
    <>
      <span className={tableClasses.mono}>{sourceAddress}</span>
      <span className={classes.device} title={device}>
        {deviceName(device)}
      </span>
    </>
  );
}

interface ChangesProps {
  changes: Change[];
  /** Whether it replaced something. */
  isChange: boolean;
}

function Changes({ changes, isChange }: ChangesProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={toggle}
      >
        <ChevronIcon />
        {isChange ? pageTexts.audit.changes : pageTexts.audit.details}
      </UnstyledButton>
      {isOpen && (
        <dl id={id} className={classes.changes}>
          {changes.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{name}</dt>
              {before !== undefined && (
                <dd className={classes.before}>
                  <VisuallyHidden>{pageTexts.audit.before}: </VisuallyHidden>
                  <del>{before}</del>
                </dd>
              )}
              {after !== undefined && (
                <dd>
                  {before !== undefined && (
                    <VisuallyHidden>{pageTexts.audit.after}: </VisuallyHidden>
                  )}
                  {after}
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
