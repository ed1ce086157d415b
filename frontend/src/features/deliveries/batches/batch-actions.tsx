import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { ReplayBatchResponse } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { PauseIcon, ResumeIcon } from "../../../components/icons";
import { WorkButton } from "../../../components/work-button";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import type { Change } from "./use-batch-change";

interface BatchActionsProps {
  batch: ReplayBatchResponse;
  change: Change;
}

/** What can be done with a batch that was started. */
export function BatchActions({ batch: { state, progress }, change }: BatchActionsProps) {
  const [isAsking, setIsAsking] = useState(false);
  const isRunning = state === "RUNNING";
  const wanted = change.isPending ? change.variables.to : undefined;
  const batches = pageTexts.batches;
  if (!isRunning && state !== "PAUSED" && !isAsking) {
    return null;
  }
  return (
    <Group gap="xs">
      {/* One button, so that the keyboard stays where it is. */}
      <WorkButton
        variant={isRunning ? "default" : "filled"}
        leftSection={isRunning ? <PauseIcon /> : <ResumeIcon />}
        loading={wanted === "pause" || wanted === "resume"}
        onClick={() => change.mutate({ to: isRunning ? "pause" : "resume" })}
      >
        {isRunning ? batches.pause : batches.resume}
      </WorkButton>
      <Button
        variant="default"
        disabled={change.isPending}
        onClick={() => {
          change.reset();
          setIsAsking(true);
        }}
      >
        {batches.cancel}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={batches.cancelTitle}
        text={batches.cancelText(progress.waiting, asNumber(progress.waiting))}
        confirm={batches.cancel}
        error={wanted === undefined ? change.error : null}
        isPending={wanted === "cancel"}
        onConfirm={() => change.mutate({ to: "cancel" }, { onSuccess: () => setIsAsking(false) })}
        onClose={() => {
          change.reset();
          setIsAsking(false);
        }}
      />
    </Group>
  );
}
