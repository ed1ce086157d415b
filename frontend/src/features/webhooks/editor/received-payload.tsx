import { Anchor, Button, Loader, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useRef } from "react";
import type { ApiProblem } from "../../../api/problem";
import type { DeliverySummary } from "../../../api/schema";
import { ChevronIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { asMoment } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./received.module.css";
import { type ReceivedText, receivedText } from "./received-queries";

const ReceivedList = lazy(async () => ({
  default: (await import("./received-list")).ReceivedList,
}));

/** A payload as a sender posted it. It may be about people, so it is kept in memory only. */
export interface Received extends ReceivedText {
  receivedAt: string;
}

interface ReceivedPayloadProps {
  organizationId: string;
  webhookId: string;
  /** The one that is tried; undefined if it is a sample. */
  received: Received | undefined;
  onChange: (received: Received | undefined) => void;
}

/** Takes what a sender really posted for the payload to try, and the sample again. */
export function ReceivedPayload({
  organizationId,
  webhookId,
  received,
  onChange,
}: ReceivedPayloadProps) {
  const button = useRef<HTMLButtonElement>(null);
  const choice = useMutation<ReceivedText | undefined, ApiProblem, DeliverySummary>({
    mutationFn: ({ id }) => receivedText(organizationId, id),
  });
  const choose = (delivery: DeliverySummary) =>
    // Of two that are chosen one after the other, the later counts.
    choice.mutate(delivery, {
      onSuccess: (received) => {
        if (received !== undefined) {
          onChange({ ...received, receivedAt: delivery.receivedAt });
        }
      },
    });
  const isUnusable = choice.isSuccess && choice.data === undefined;
  return (
    <div className={classes.root}>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            size="xs"
            // It is not disabled meanwhile: it would lose the focus that the menu gives back to it.
            rightSection={choice.isPending ? <Loader size={12} /> : <ChevronIcon />}
          >
            {pageTexts.previewStep.useReceived}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Suspense fallback={<Menu.Label>{texts.common.loading}</Menu.Label>}>
            <ReceivedList organizationId={organizationId} webhookId={webhookId} onChoose={choose} />
          </Suspense>
        </Menu.Dropdown>
      </Menu>
      <div role="status" className={classes.note}>
        {received !== undefined && (
          <>
            {pageTexts.previewStep.receivedNote(asMoment(received.receivedAt))}{" "}
            {received.isChanged && `${pageTexts.previewStep.receivedChanged} `}
            <Anchor
              component="button"
              type="button"
              fz="inherit"
              onClick={() => {
                button.current?.focus(); // What was clicked goes.
                choice.reset();
                onChange(undefined);
              }}
            >
              {pageTexts.previewStep.useSample}
            </Anchor>
          </>
        )}
        {isUnusable && <p className={classes.unusable}>{pageTexts.previewStep.receivedUnusable}</p>}
      </div>
      {choice.error !== null && (
        <ProblemAlert
          title={pageTexts.previewStep.receivedFailed}
          error={choice.error}
          onClose={choice.reset}
        />
      )}
    </div>
  );
}
