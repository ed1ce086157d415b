import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiProblem } from "../../../api/problem";
import type { ReplayBatchResponse } from "../../../api/schema";
import { Dialog } from "../../../components/dialog";
import { ReplayIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { WorkButton } from "../../../components/work-button";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { PlanDialog } from "./plan-dialog";
import { batchedIds } from "./queries";

interface ReplayFailedProps {
  organizationId: string;
  batch: ReplayBatchResponse;
}

/** Begins another batch with those deliveries that failed in one. */
export function ReplayFailed({ organizationId, batch }: ReplayFailedProps) {
  const [isOpen, setIsOpen] = useState(false);
  const batches = pageTexts.batches;
  const find = useMutation<string[], ApiProblem>({
    mutationFn: () => batchedIds(organizationId, batch.id, "FAILED"),
    onSettled: () => setIsOpen(true),
  });
  const close = () => setIsOpen(false);
  return (
    <>
      <WorkButton
        variant="default"
        leftSection={<ReplayIcon />}
        loading={find.isPending}
        onClick={() => find.mutate()}
      >
        {batches.replayFailed(asNumber(batch.progress.failed))}
      </WorkButton>
      <PlanDialog
        organizationId={organizationId}
        what={find.data && { deliveryIds: find.data }}
        isOpen={isOpen && find.data !== undefined}
        onClose={close}
      />
      <Dialog isOpen={isOpen && find.error !== null} title={batches.listLoadFailed} onClose={close}>
        <ProblemAlert error={find.error} />
      </Dialog>
    </>
  );
}
