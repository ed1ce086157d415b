import { type ReactNode, useRef } from "react";
import { useNavigate } from "react-router";
import type { WebhookActivity, WebhookResponse } from "../../../api/schema";
import { ProblemAlert } from "../../../components/problem-alert";
import { useToast } from "../../../components/toast";
import { useConfirmed } from "../../../components/use-confirmed";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { arrivedLately, DeleteDialog, PauseDialog } from "./dialogs";
import classes from "./list-actions.module.css";
import type { WebhookActions } from "./row-actions";
import { useWebhookChanges } from "./use-webhook-changes";

interface ListActionsProps {
  organizationId: string;
  activityOf: (webhook: WebhookResponse) => WebhookActivity | undefined;
  now: number;
  children: (actions: WebhookActions) => ReactNode;
}

/** A list whose webhooks can be changed: it asks first, and says what was done or why it was not. */
export function ListActions({ organizationId, activityOf, now, children }: ListActionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { toast, say } = useToast();
  const { setPaused, duplicate, remove } = useWebhookChanges(organizationId);

  const pause = async (webhook: WebhookResponse) => {
    await setPaused.mutateAsync({ webhook, isPaused: true });
    say(pageTexts.webhookList.paused(webhook.name));
  };
  const askPause = useConfirmed<WebhookResponse>(async (webhook) => {
    // What went wrong is said above the list, once: the dialog has nothing left to ask.
    await pause(webhook).catch(() => undefined);
  });
  const askRemove = useConfirmed<WebhookResponse>(remove, ({ name }) => {
    say(pageTexts.webhookList.deleted(name));
    // What had the keyboard is deleted, too.
    list.current?.focus({ preventScroll: true });
  });

  const forget = () => {
    setPaused.reset();
    duplicate.reset();
  };
  const actions: WebhookActions = {
    pause: (webhook) => {
      forget();
      const activity = activityOf(webhook);
      if (activity !== undefined && arrivedLately(activity) === 0) {
        pause(webhook).catch(() => undefined);
      } else {
        askPause.ask(webhook);
      }
    },
    resume: (webhook) => {
      forget();
      setPaused.mutate(
        { webhook, isPaused: false },
        { onSuccess: () => say(pageTexts.webhookList.resumed(webhook.name)) },
      );
    },
    duplicate: (webhook) => {
      forget();
      duplicate.mutate(webhook, {
        onSuccess: ({ id }) => navigate(paths.webhook(organizationId, id)),
      });
    },
    remove: (webhook) => {
      forget();
      askRemove.ask(webhook);
    },
  };
  return (
    <div ref={list} tabIndex={-1} className={classes.root}>
      {setPaused.isError && (
        <div className={classes.problem}>
          <ProblemAlert
            title={(setPaused.variables.isPaused
              ? pageTexts.webhookList.pauseFailed
              : pageTexts.webhookList.resumeFailed)(setPaused.variables.webhook.name)}
            error={setPaused.error}
          />
        </div>
      )}
      {duplicate.isError && (
        <div className={classes.problem}>
          <ProblemAlert
            title={pageTexts.webhookList.duplicateFailed(duplicate.variables.name)}
            error={duplicate.error}
          />
        </div>
      )}
      {children(actions)}
      <PauseDialog
        webhook={askPause.subject}
        activity={askPause.subject && activityOf(askPause.subject)}
        dialog={askPause.dialog}
      />
      <DeleteDialog
        organizationId={organizationId}
        webhook={askRemove.subject}
        activity={askRemove.subject && activityOf(askRemove.subject)}
        now={now}
        dialog={askRemove.dialog}
      />
      {toast}
    </div>
  );
}
