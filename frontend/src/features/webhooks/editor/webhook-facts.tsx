import { Anchor } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { Link, useLocation } from "react-router";
import { Badge } from "../../../components/badge";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { stateOfEditor } from "../editor-state";
import { UrlBox } from "../list/url-box";
import { PausedNotice } from "./paused-notice";
import type { EditedWebhook } from "./queries";
import classes from "./webhook-facts.module.css";

const HowToCallDialog = lazy(async () => ({
  default: (await import("./how-to-call-dialog")).HowToCallDialog,
}));

interface WebhookFactsProps {
  organizationId: string;
  webhook: EditedWebhook;
  canSeeDeliveries: boolean;
}

/** What a webhook is while it is changed: where it is called, whether it is, and what came of that. */
export function WebhookFacts({ organizationId, webhook, canSeeDeliveries }: WebhookFactsProps) {
  const { id, name, url, isPaused } = webhook;
  const { pathname, search } = useLocation();
  const [asked, setAsked] = useState<"never" | "open" | "closed">("never");
  return (
    <>
      <section className={classes.root} aria-label={pageTexts.wizard.facts}>
        <Badge tone={isPaused ? "gray" : "green"}>
          {isPaused ? texts.webhooks.paused : texts.webhooks.active}
        </Badge>
        <div className={classes.url}>
          <UrlBox url={url} webhookName={name} />
        </div>
        <div className={classes.links}>
          <Anchor component="button" type="button" fz="inherit" onClick={() => setAsked("open")}>
            {pageTexts.wizard.howToCall}
          </Anchor>
          <Anchor component={Link} fz="inherit" to={paths.webhookSenders(organizationId, id)}>
            {pageTexts.senders.title}
          </Anchor>
          {canSeeDeliveries && (
            <Anchor
              component={Link}
              fz="inherit"
              to={paths.deliveries(organizationId, `?webhook=${id}`)}
              aria-label={texts.webhooks.seeDeliveriesOf(name)}
            >
              {texts.webhooks.seeDeliveries}
            </Anchor>
          )}
          <Anchor
            component={Link}
            fz="inherit"
            to={paths.webhookVersions(organizationId, id)}
            state={stateOfEditor(pathname + search)}
          >
            {texts.webhooks.versionHistory}
          </Anchor>
        </div>
      </section>
      <PausedNotice organizationId={organizationId} webhook={webhook} />
      {asked !== "never" && (
        <Suspense fallback={null}>
          <HowToCallDialog
            organizationId={organizationId}
            webhook={webhook}
            isOpen={asked === "open"}
            onClose={() => setAsked("closed")}
          />
        </Suspense>
      )}
    </>
  );
}
