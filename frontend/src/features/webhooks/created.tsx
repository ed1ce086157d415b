import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import type { WebhookResponse } from "../../api/schema";
import { CheckIcon } from "../../components/icons";
import * as pageTexts from "../../texts/page-texts";
import classes from "./created.module.css";
import { webhooksQuery } from "./queries";
import { savedIn } from "./saved-state";

// Once in a webhook's life: the list loads without it.
const CreatedDialog = lazy(async () => ({
  default: (await import("./created-dialog")).CreatedDialog,
}));

/** What the list says of a webhook that was just saved: a new one’s URL, or that it worked. */
export function SavedWebhook({ organizationId }: { organizationId: string }) {
  const { state, pathname, search } = useLocation();
  const navigate = useNavigate();
  const saved = savedIn(state);
  const { data: webhooks } = useQuery(webhooksQuery(organizationId));
  const webhook = webhooks?.find(({ id }) => id === saved?.id);
  // A dialog that closes fades out with what it showed.
  const shown = useRef<WebhookResponse>(undefined);
  useEffect(() => {
    shown.current = webhook ?? shown.current;
  }, [webhook]);
  const close = () => navigate(pathname + search, { replace: true, state: null });

  if (saved?.isNew === false) {
    return webhook === undefined ? null : (
      <Alert
        role="status"
        className={classes.notice}
        icon={<CheckIcon size={18} />}
        withCloseButton
        closeButtonLabel={pageTexts.wizard.closeNotice}
        onClose={close}
      >
        {pageTexts.wizard.savedNotice(webhook.name)}
      </Alert>
    );
  }
  const made = webhook ?? shown.current;
  return (
    made !== undefined && (
      <Suspense fallback={null}>
        <CreatedDialog
          organizationId={organizationId}
          webhook={made}
          isOpen={webhook !== undefined}
          onClose={close}
        />
      </Suspense>
    )
  );
}
