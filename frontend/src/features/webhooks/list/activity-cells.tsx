import { Skeleton } from "@mantine/core";
import type { WebhookActivity } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./activity-cells.module.css";
import { LastDelivery } from "./last-delivery";
import { OutcomeBars } from "./outcome-bars";
import type { ActivityState } from "./webhook-table";

interface CellProps {
  state: ActivityState;
  /** Undefined of a webhook that is newer than what is known. */
  activity: WebhookActivity | undefined;
}

interface LastCellProps extends CellProps {
  organizationId: string;
  webhookName: string;
  now: number;
}

/** As high as what comes, so that nothing moves when it does. */
export function LastCell({ state, activity, ...others }: LastCellProps) {
  return (
    <div className={classes.last}>
      {activity?.lastDelivery ? (
        <LastDelivery delivery={activity.lastDelivery} {...others} />
      ) : (
        <Otherwise state={state} known={pageTexts.webhookList.noDelivery} />
      )}
    </div>
  );
}

export function DayCell({ state, activity }: CellProps) {
  return (
    <div className={classes.day}>
      {activity !== undefined ? (
        <OutcomeBars hours={activity.hours} />
      ) : (
        <Otherwise state={state} known={pageTexts.webhookList.none} />
      )}
    </div>
  );
}

function Otherwise({ state, known }: { state: ActivityState; known: string }) {
  if (state === "loading") {
    return <Skeleton height={12} width="70%" radius={4} />;
  }
  return (
    <span className={classes.absent}>
      {state === "failed" ? pageTexts.webhookList.notAvailable : known}
    </span>
  );
}
