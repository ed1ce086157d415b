import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem } from "../../api/problem";
import type { DeliveryResponse } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { ReplayIcon } from "../../components/icons";
import { ReasonedButton } from "../../components/reasoned-button";
import { isUnderWay } from "../../lib/outcomes";
import * as pageTexts from "../../texts/page-texts";
import { webhookQuery } from "./queries";
import { ReplayForm } from "./replay-form";
import { ReplayResult } from "./replay-result";
import { useReplay } from "./use-replay";

interface ReplayProps {
  organizationId: string;
  delivery: DeliveryResponse;
}

/** Has the action of a delivery run once more, after saying what that does. */
export function Replay({ organizationId, delivery }: ReplayProps) {
  const { data: webhook, error } = useQuery(webhookQuery(organizationId, delivery.webhookId));
  const [isOpen, setIsOpen] = useState(false);
  const replay = useReplay(organizationId, delivery.id);
  return (
    <>
      <ReasonedButton
        refusal={refusalOf(delivery, error)}
        leftSection={<ReplayIcon />}
        onClick={() => {
          replay.reset();
          setIsOpen(true);
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
        {replay.data === undefined ? (
          <ReplayForm
            delivery={delivery}
            currentVersion={webhook?.version}
            replay={replay}
            onCancel={() => setIsOpen(false)}
          />
        ) : (
          <ReplayResult delivery={replay.data} onClose={() => setIsOpen(false)} />
        )}
      </Dialog>
    </>
  );
}

function refusalOf({ outcome, body }: DeliveryResponse, error: Error | null): string | undefined {
  if (isUnderWay(outcome)) {
    return pageTexts.deliveryDetail.replayUnderWay;
  }
  if (body.isPartial) {
    return pageTexts.deliveryDetail.replayPartial;
  }
  return error !== null && asProblem(error).status === 404
    ? pageTexts.deliveryDetail.replayGone
    : undefined;
}
