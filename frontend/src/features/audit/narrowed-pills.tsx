import { Button } from "@mantine/core";
import type { AuditEventResponse } from "../../api/schema";
import { CloseIcon } from "../../components/icons";
import * as pageTexts from "../../texts/page-texts";
import classes from "./event-list.module.css";
import type { AuditFilters } from "./filters";
import { actorOf, targetOf } from "./sentence";

interface NarrowedPillsProps {
  filters: AuditFilters;
  /** What is shown: the URL knows ids only, these know names. */
  events: readonly AuditEventResponse[];
  onChange: (changed: Pick<AuditFilters, "actorId" | "targetId">) => void;
}

/** By whom and about what the events are, where that was chosen from one of them. */
export function NarrowedPills({
  filters: { actorId, targetId },
  events,
  onChange,
}: NarrowedPillsProps) {
  const byActor = events.find((event) => event.actorId === actorId);
  const aboutTarget = events.find((event) => event.targetId === targetId);
  return (
    <>
      {actorId !== undefined && (
        <Pill
          text={pageTexts.audit.onlyBy(byActor && actorOf(byActor))}
          onRemove={() => onChange({ actorId: undefined })}
        />
      )}
      {targetId !== undefined && (
        <Pill
          text={pageTexts.audit.onlyAbout(aboutTarget && targetOf(aboutTarget))}
          onRemove={() => onChange({ targetId: undefined })}
        />
      )}
    </>
  );
}

function Pill({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <Button
      className={classes.pill}
      variant="light"
      rightSection={<CloseIcon />}
      aria-label={pageTexts.audit.remove(text)}
      title={pageTexts.audit.remove(text)}
      onClick={onRemove}
    >
      {text}
    </Button>
  );
}
