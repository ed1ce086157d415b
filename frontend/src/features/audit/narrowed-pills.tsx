import type { AuditEventResponse } from "../../api/schema";
import { RemovablePill } from "../../components/removable-pill";
import * as pageTexts from "../../texts/page-texts";
import type { AuditFilters } from "./filters";
import { actorOf, onlyAbout } from "./sentence";

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
  const by = pageTexts.audit.onlyBy(byActor && actorOf(byActor));
  const about = onlyAbout(aboutTarget);
  return (
    <>
      {actorId !== undefined && (
        <RemovablePill
          text={by}
          remove={pageTexts.audit.remove(by)}
          onRemove={() => onChange({ actorId: undefined })}
        />
      )}
      {targetId !== undefined && (
        <RemovablePill
          text={about}
          remove={pageTexts.audit.remove(about)}
          onRemove={() => onChange({ targetId: undefined })}
        />
      )}
    </>
  );
}
