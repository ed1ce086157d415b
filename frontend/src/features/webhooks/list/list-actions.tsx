import { type ReactNode, useEffect, useRef, useState } from "react";
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

/** A change that did not work; said until the same webhook is changed again. */
interface Failure {
  webhookId: string;
  title: string;
  error: unknown;
}

/** A list whose webhooks can be changed: it asks first, and says what was done or why it was not. */
export function ListActions({ organizationId, activityOf, now, children }: ListActionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { toast, say } = useToast();
  const [failures, setFailures] = useState<Failure[]>([]);
  const changes = useWebhookChanges(organizationId);
  const isLatest = useLatest();

  const forget = (webhookId: string) =>
    setFailures((known) => known.filter((each) => each.webhookId !== webhookId));
  const tell =
    ({ id }: WebhookResponse, title: string) =>
    (error: unknown) =>
      setFailures((known) => [...known, { webhookId: id, title, error }]);

  const pause = async (webhook: WebhookResponse) => {
    await changes.setPaused({ webhook, isPaused: true });
    say(pageTexts.webhookList.paused(webhook.name));
  };
  const resume = async (webhook: WebhookResponse) => {
    await changes.setPaused({ webhook, isPaused: false });
    say(pageTexts.webhookList.resumed(webhook.name));
  };
  const duplicate = async (webhook: WebhookResponse) => {
    const isStillLatest = isLatest();
    const copy = await changes.duplicate({ webhook });
    if (isStillLatest()) {
      navigate(paths.webhook(organizationId, copy.id));
    } else {
      // Whoever does something else by now stays where they are.
      say(pageTexts.webhookList.duplicated(copy.name));
    }
  };
  const askPause = useConfirmed<WebhookResponse>(pause);
  const askRemove = useConfirmed<WebhookResponse>(
    (webhook) => changes.remove({ webhook }),
    ({ name }) => {
      say(pageTexts.webhookList.deleted(name));
      // What had the keyboard is deleted, too.
      list.current?.focus({ preventScroll: true });
    },
  );

  const begin = (act: (webhook: WebhookResponse) => void) => (webhook: WebhookResponse) => {
    if (!changes.isChanging(webhook)) {
      forget(webhook.id);
      isLatest();
      act(webhook);
    }
  };
  const actions: WebhookActions = {
    pause: begin((webhook) => {
      const activity = activityOf(webhook);
      if (activity !== undefined && arrivedLately(activity) === 0) {
        pause(webhook).catch(tell(webhook, pageTexts.webhookList.pauseFailed(webhook.name)));
      } else {
        askPause.ask(webhook);
      }
    }),
    resume: begin((webhook) => {
      resume(webhook).catch(tell(webhook, pageTexts.webhookList.resumeFailed(webhook.name)));
    }),
    duplicate: begin((webhook) => {
      duplicate(webhook).catch(tell(webhook, pageTexts.webhookList.duplicateFailed(webhook.name)));
    }),
    remove: begin(askRemove.ask),
    isBusy: changes.isBusy,
  };
  return (
    <div ref={list} tabIndex={-1} className={classes.root}>
      {failures.map(({ webhookId, title, error }) => (
        <div key={webhookId} className={classes.problem}>
          <ProblemAlert title={title} error={error} onClose={() => forget(webhookId)} />
        </div>
      ))}
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

/** Begins something, and gives whether nothing was begun since and the page is still there. */
function useLatest(): () => () => boolean {
  const count = useRef(0);
  useEffect(
    () => () => {
      count.current += 1;
    },
    [],
  );
  return () => {
    count.current += 1;
    const mine = count.current;
    return () => count.current === mine;
  };
}
