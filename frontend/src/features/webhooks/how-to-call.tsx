import { Button, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { WebhookResponse } from "../../api/schema";
import { CopyField } from "../../components/copy-field";
import { sampleOf } from "../../lib/json-schema/sample-from-schema";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { CallExample } from "./call-example";
import classes from "./how-to-call.module.css";
import { triedPayloadKey } from "./queries";

// Its words are another page's: the list of webhooks, which can show this, loads without them.
const ProofNotice = lazy(async () => ({
  default: (await import("./proof-notice")).ProofNotice,
}));

const SenderFiles = lazy(async () => ({
  default: (await import("./sender-files")).SenderFiles,
}));

interface HowToCallProps {
  organizationId: string;
  webhook: WebhookResponse;
  onDone: () => void;
}

/** All that whoever sends the data has to know. */
export function HowToCall({ organizationId, webhook, onDone }: HowToCallProps) {
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
      <Suspense fallback={null}>
        <SenderFiles organizationId={organizationId} webhookId={webhook.id} />
      </Suspense>
      <section aria-label={pageTexts.wizard.tryIt}>
        <h3 className={classes.title}>{pageTexts.wizard.tryIt}</h3>
        <p className={classes.text}>
          {tried === undefined ? pageTexts.wizard.madeUpText : pageTexts.wizard.triedText}{" "}
          <strong>{pageTexts.wizard.writesRecord}</strong>
        </p>
        <Suspense fallback={null}>
          <ProofNotice organizationId={organizationId} webhookId={webhook.id} />
        </Suspense>
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
