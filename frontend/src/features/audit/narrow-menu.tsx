import { ActionIcon, Menu } from "@mantine/core";
import type { AuditEventResponse } from "../../api/schema";
import { MoreIcon } from "../../components/icons";
import { asMoment } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import classes from "./event-list.module.css";
import type { AuditFilters } from "./filters";
import { actorOf, onlyAbout } from "./sentence";

interface NarrowMenuProps {
  event: AuditEventResponse;
  onNarrow: (narrowed: Pick<AuditFilters, "actorId" | "targetId">) => void;
}

/** Leads from an event to others by the same actor, or about the same thing. */
export function NarrowMenu({ event, onNarrow }: NarrowMenuProps) {
  const { actorId, targetId } = event;
  if (!actorId && !targetId) {
    return null;
  }
  const label = pageTexts.audit.narrow(asMoment(event.occurredAt));
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon
          className={classes.more}
          variant="subtle"
          color="gray"
          aria-label={label}
          title={label}
        >
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actorId && (
          <Menu.Item onClick={() => onNarrow({ actorId })}>
            {pageTexts.audit.onlyBy(actorOf(event))}
          </Menu.Item>
        )}
        {targetId && (
          <Menu.Item onClick={() => onNarrow({ targetId })}>{onlyAbout(event)}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
