import { Alert, Button, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import type { WebhookResponse } from "../../api/schema";
import { CopyField } from "../../components/copy-field";
import { Dialog } from "../../components/dialog";
import { CheckIcon } from "../../components/icons";
import { sampleOf } from "../../lib/json-schema/sample-from-schema";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { CallExample } from "./call-example";
import classes from "./created.module.css";
import { triedPayloadKey, webhooksQuery } from "./queries";
import { savedIn } from "./saved-state";

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
    <Dialog
      isOpen={webhook !== undefined}
      title={pageTexts.wizard.createdTitle(made?.name ?? "")}
      onClose={close}
      size="lg"
    >
      {made !== undefined && (
        <Created organizationId={organizationId} webhook={made} onDone={close} />
      )}
    </Dialog>
  );
}

interface CreatedProps {
  organizationId: string;
  webhook: WebhookResponse;
  onDone: () => void;
}

function Created({ organizationId, webhook, onDone }: CreatedProps) {
  const tried = useQueryClient().getQueryData<string>(triedPayloadKey(organizationId, webhook.id));
  return (
    <Stack gap="lg">
      <div>
        <p className={classes.text}>{pageTexts.wizard.createdText}</p>
        <CopyField
          text={webhook.url}
          label={pageTexts.wizard.url}
          copyLabel={pageTexts.wizard.copyUrl}
        />
      </div>
      <section aria-label={pageTexts.wizard.tryIt}>
        <h3 className={classes.title}>{pageTexts.wizard.tryIt}</h3>
        <p className={classes.text}>
          {tried === undefined ? pageTexts.wizard.madeUpText : pageTexts.wizard.triedText}{" "}
          <strong>{pageTexts.wizard.writesRecord}</strong>
        </p>
        <CallExample url={webhook.url} payload={tried ?? sampleOf(webhook.schema)} />
      </section>
      <section aria-label={pageTexts.wizard.statusCodes}>
        <h3 className={classes.title}>{pageTexts.wizard.statusCodes}</h3>
        <dl className={classes.codes}>
          {Object.entries(pageTexts.wizard.codes)
            // A webhook answers one of them, when it is well.
            .filter(([code]) => code !== (isAtOnce(webhook) ? "200" : "202"))
            .filter(([code]) => !(isAtOnce(webhook) && code === "500"))
            .map(([code, meaning]) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
        </dl>
      </section>
      <Button className={classes.done} onClick={onDone}>
        {texts.common.done}
      </Button>
    </Stack>
  );
}

function isAtOnce({ acknowledgement }: WebhookResponse): boolean {
  return acknowledgement === "ON_RECEIPT";
}
