import { Button, Group } from "@mantine/core";
import { type RefObject, useEffect, useRef, useState } from "react";
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
  /** Where the keyboard goes when nothing can be done any more. */
  rest: RefObject<HTMLElement | null>;
}

/** What can be done with a batch that was started. */
export function BatchActions({ batch: { state, progress }, change, rest }: BatchActionsProps) {
  const [isAsking, setIsAsking] = useState(false);
  const isRunning = state === "RUNNING";
  const wanted = change.isPending ? change.variables.to : undefined;
  const batches = pageTexts.batches;
  const isOffered = isRunning || state === "PAUSED" || isAsking;
  const hasKeyboard = useRef(false);
  useEffect(() => {
    if (!isOffered && hasKeyboard.current) {
      hasKeyboard.current = false;
      rest.current?.focus();
    }
  }, [isOffered, rest]);
  if (!isOffered) {
    return null;
  }
  return (
    <Group
      gap="xs"
      // What is taken away tells nothing of it; in the dialog it counts, too.
      onFocus={() => {
        hasKeyboard.current = true;
      }}
      onBlur={() => {
        hasKeyboard.current = false;
      }}
    >
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
