import type { ComponentProps, ReactNode } from "react";
import type { WebhookActivity, WebhookResponse } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { sumOf, totalOf } from "./counts";
import classes from "./dialogs.module.css";
import { LastDelivery } from "./last-delivery";

interface DialogProps {
  organizationId: string;
  /** Undefined until somebody asks. */
  webhook: WebhookResponse | undefined;
  /** Undefined if it is not known. */
  activity: WebhookActivity | undefined;
  now: number;
  dialog: Pick<
    ComponentProps<typeof ConfirmDialog>,
    "isOpen" | "error" | "isPending" | "onConfirm" | "onClose"
  >;
}

/** Names what stops working, and who will notice. */
export function DeleteDialog({ organizationId, webhook, activity, now, dialog }: DialogProps) {
  const name = webhook?.name ?? "";
  return (
    <ConfirmDialog
      {...dialog}
      title={pageTexts.webhookList.deleteTitle(name)}
      text={pageTexts.webhookList.deleteText}
      confirm={pageTexts.webhookList.deleteSubmit}
    >
      <dl className={classes.facts}>
        <Fact name={texts.webhooks.url}>
          <span className={classes.url}>{webhook?.url}</span>
        </Fact>
        {activity !== undefined && (
          <>
            <Fact name={pageTexts.webhookList.lastDelivery}>
              {activity.lastDelivery ? (
                <LastDelivery
                  organizationId={organizationId}
                  webhookName={name}
                  delivery={activity.lastDelivery}
                  now={now}
                />
              ) : (
                pageTexts.webhookList.noDelivery
              )}
            </Fact>
            <Fact name={pageTexts.webhookList.lastDay}>{arrived(activity)}</Fact>
          </>
        )}
      </dl>
      <p className={classes.keeps}>{pageTexts.webhookList.deleteKeeps}</p>
    </ConfirmDialog>
  );
}

export function PauseDialog({
  webhook,
  activity,
  dialog,
}: Pick<DialogProps, "webhook" | "activity" | "dialog">) {
  return (
    <ConfirmDialog
      {...dialog}
      isDestructive={false}
      title={pageTexts.webhookList.pauseTitle(webhook?.name ?? "")}
      text={
        activity === undefined
          ? pageTexts.webhookList.pauseText
          : pageTexts.webhookList.pauseTextBusy(arrivedLately(activity))
      }
      confirm={pageTexts.webhookList.pauseSubmit}
    />
  );
}

export function arrivedLately(activity: WebhookActivity): number {
  return totalOf(sumOf(activity.hours));
}

function arrived(activity: WebhookActivity): string {
  const total = arrivedLately(activity);
  return total === 0 ? pageTexts.webhookList.none : pageTexts.webhookList.deliveries(total);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
