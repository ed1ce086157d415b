import { ActionIcon, Menu } from "@mantine/core";
import { useRef } from "react";
import { Link } from "react-router";
import type { WebhookResponse } from "../../../api/schema";
import {
  CopyIcon,
  DeleteIcon,
  DeliveriesIcon,
  EditIcon,
  HistoryIcon,
  KeyIcon,
  MoreIcon,
  PauseIcon,
  ResumeIcon,
} from "../../../components/icons";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./row-actions.module.css";

/** What the list can do with one of its webhooks. */
export interface WebhookActions {
  pause: (webhook: WebhookResponse) => void;
  resume: (webhook: WebhookResponse) => void;
  duplicate: (webhook: WebhookResponse) => void;
  remove: (webhook: WebhookResponse) => void;
  /** Whether one of these is under way. */
  isBusy: (webhook: WebhookResponse) => boolean;
}

interface RowActionsProps {
  organizationId: string;
  webhook: WebhookResponse;
  /** Undefined for whoever may only look. */
  actions: WebhookActions | undefined;
}

export function RowActions({ organizationId, webhook, actions }: RowActionsProps) {
  const { id, name, isPaused } = webhook;
  const isBusy = actions?.isBusy(webhook) ?? false;
  const button = useRef<HTMLButtonElement>(null);
  // A dialog gives the keyboard back to what had it, and the menu's item is gone by then.
  const asking = (act: (webhook: WebhookResponse) => void) => () => {
    button.current?.focus();
    act(webhook);
  };
  return (
    <div className={classes.root}>
      {actions !== undefined && (
        <ActionIcon
          component={Link}
          to={paths.webhook(organizationId, id)}
          className={classes.button}
          variant="subtle"
          color="gray"
          aria-label={pageTexts.webhookList.edit(name)}
          title={pageTexts.webhookList.edit(name)}
        >
          <EditIcon />
        </ActionIcon>
      )}
      <Menu position="bottom-end" width={208}>
        <Menu.Target>
          <ActionIcon
            ref={button}
            className={classes.button}
            variant="subtle"
            color="gray"
            aria-label={pageTexts.webhookList.more(name)}
            title={pageTexts.webhookList.more(name)}
          >
            <MoreIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={paths.deliveries(organizationId, `?webhook=${id}`)}
            leftSection={<DeliveriesIcon />}
          >
            {pageTexts.webhookList.seeDeliveries}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={paths.webhookVersions(organizationId, id)}
            leftSection={<HistoryIcon />}
          >
            {texts.webhooks.versionHistory}
          </Menu.Item>
          {actions !== undefined && (
            <>
              <Menu.Item
                component={Link}
                to={paths.webhookSenders(organizationId, id)}
                leftSection={<KeyIcon />}
              >
                {pageTexts.webhookList.senders}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={isPaused ? <ResumeIcon /> : <PauseIcon />}
                disabled={isBusy}
                onClick={asking(isPaused ? actions.resume : actions.pause)}
              >
                {isPaused ? pageTexts.webhookList.resume : pageTexts.webhookList.pause}
              </Menu.Item>
              <Menu.Item
                leftSection={<CopyIcon />}
                disabled={isBusy}
                onClick={asking(actions.duplicate)}
              >
                {pageTexts.webhookList.duplicate}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                className={classes.delete}
                leftSection={<DeleteIcon />}
                disabled={isBusy}
                onClick={asking(actions.remove)}
              >
                {pageTexts.webhookList.delete}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
