import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem } from "../../api/problem";
import type { DeliveryDetail } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { ReplayIcon } from "../../components/icons";
import { ReasonedButton } from "../../components/reasoned-button";
import { isUnderWay } from "../../lib/outcomes";
import * as pageTexts from "../../texts/page-texts";
import { deliveryQuery, webhookQuery } from "./queries";
import { ReplayForm } from "./replay-form";
import { ReplayResult } from "./replay-result";
import { useReplay } from "./use-replay";

interface ReplayProps {
  organizationId: string;
  delivery: DeliveryDetail;
}

/** Has the action of a delivery run once more, after saying what that does. */
export function Replay({ organizationId, delivery }: ReplayProps) {
  const { data: webhook, error } = useQuery(webhookQuery(organizationId, delivery.webhookId));
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  const replay = useReplay(organizationId, delivery.id);
  return (
    <>
      <ReasonedButton
        refusal={refusalOf(delivery, webhook, error)}
        leftSection={<ReplayIcon />}
        onClick={() => {
          replay.reset();
          setIsOpen(true);
          // It may be late enough by now.
          if (delivery.replayCaution === "TOO_EARLY") {
            void queryClient.invalidateQueries(deliveryQuery(organizationId, delivery.id));
          }
        }}
      >
        {pageTexts.deliveryDetail.replay}
      </ReasonedButton>
      <Dialog
        isOpen={isOpen}
        title={pageTexts.deliveryDetail.replayTitle}
        isSticky={replay.isPending}
        size="lg"
        onClose={() => setIsOpen(false)}
      >
        {replay.data !== undefined ? (
          <ReplayResult delivery={replay.data} onClose={() => setIsOpen(false)} />
        ) : (
          webhook !== undefined && (
            <ReplayForm
              delivery={delivery}
              currentVersion={webhook.version}
              replay={replay}
              onCancel={() => setIsOpen(false)}
            />
          )
        )}
      </Dialog>
    </>
  );
}

/** What is not known cannot be chosen: before the webhook is there, nothing is offered. */
function refusalOf(
  { outcome, body, isBodyWithheld }: DeliveryDetail,
  webhook: object | undefined,
  error: Error | null,
): string | undefined {
  if (outcome === "QUEUED") {
    return pageTexts.deliveryDetail.replayQueued;
  }
  if (isUnderWay(outcome)) {
    return pageTexts.deliveryDetail.replayUnderWay;
  }
  if (body.isPartial) {
    return pageTexts.deliveryDetail.replayPartial;
  }
  if (isBodyWithheld) {
    return pageTexts.deliveryDetail.replayWithheld;
  }
  if (error !== null && asProblem(error).status === 404) {
    return pageTexts.deliveryDetail.replayGone;
  }
  if (webhook !== undefined) {
    return undefined;
  }
  return error === null
    ? pageTexts.deliveryDetail.replayLoading
    : pageTexts.deliveryDetail.replayUnavailable;
}
