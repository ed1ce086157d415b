import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useId, useState } from "react";
import { type ApiProblem, asProblem } from "../../../api/problem";
import type { WebhookTestResponse } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import * as pageTexts from "../../../texts/page-texts";
import { type Fault, faultsOf } from "./faults";
import classes from "./preview-step.module.css";
import { type Trial, testWebhook } from "./queries";
import { goesIntoRecord, type usePreview } from "./use-preview";

// There is none before somebody sends a test.
const TestResult = lazy(async () => ({ default: (await import("./test-result")).TestResult }));

const bringIntoView = (element: HTMLElement | null) =>
  element?.scrollIntoView({ block: "nearest" });

interface SendTestProps {
  organizationId: string;
  trial: Trial;
  deadlineSeconds: number;
  isConnected: boolean | undefined;
  isFaulty: boolean;
  preview: ReturnType<typeof usePreview>;
  onTried: (payloadText: string) => void;
  onRefused: (faults: Fault[]) => void;
}

interface SentTest extends WebhookTestResponse {
  sentAt: string;
}

/** Writes a record for a payload, once somebody has said that they want that. */
export function SendTest({
  organizationId,
  trial,
  deadlineSeconds,
  isConnected,
  isFaulty,
  preview,
  onTried,
  onRefused,
}: SendTestProps) {
  const reasonId = useId();
  const [isAsking, setAsking] = useState(false);
  const test = useMutation<SentTest, ApiProblem, Trial>({
    mutationFn: async (tried) => {
      const sentAt = new Date().toISOString();
      return { ...(await testWebhook(organizationId, tried, deadlineSeconds)), sentAt };
    },
    // The dialog gives the keyboard back to its button; what was asked for stands beneath.
    onSuccess: ({ result }, { payloadText }) => {
      setAsking(false);
      if (result?.outcome === "SUCCEEDED") {
        onTried(payloadText);
      }
    },
    onError: (error, tried) => {
      const { errors } = asProblem(error);
      if (errors.length > 0) {
        setAsking(false);
        onRefused(faultsOf(errors, tried.action.mapping));
      }
    },
  });
  const reason = reasonAgainst({ isConnected, isFaulty, preview });
  return (
    <section className={classes.test} aria-label={pageTexts.previewStep.test}>
      <div className={classes.testHead}>
        <p id={reasonId}>
          {pageTexts.previewStep.testText}
          {reason !== undefined && (
            <>
              {" "}
              <strong>{pageTexts.previewStep.cannot[reason]}</strong>
            </>
          )}
        </p>
        <Button
          variant="default"
          disabled={reason !== undefined}
          aria-describedby={reasonId}
          onClick={() => {
            // One that runs is not forgotten: it writes a record, and what became of it is told.
            if (!test.isPending) {
              test.reset();
              setAsking(true);
            }
          }}
        >
          {pageTexts.previewStep.test}
        </Button>
      </div>
      {test.data !== undefined && (
        <Suspense fallback={null}>
          <TestResult ref={bringIntoView} test={test.data} sentAt={test.data.sentAt} />
        </Suspense>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={pageTexts.previewStep.confirmTitle}
        text={
          test.error?.isPassing
            ? pageTexts.previewStep.perhapsWritten
            : pageTexts.previewStep.confirmText
        }
        confirm={pageTexts.previewStep.confirm}
        isDestructive={false}
        error={test.error}
        isPending={test.isPending}
        onConfirm={() => test.mutate(trial)}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}

type Reason = keyof typeof pageTexts.previewStep.cannot;

/** Why no test can be sent; undefined if one can. */
function reasonAgainst({
  isConnected,
  isFaulty,
  preview: { current, isJson },
}: Pick<SendTestProps, "isConnected" | "isFaulty" | "preview">): Reason | undefined {
  if (isConnected === false) {
    return "notConnected";
  }
  if (isFaulty) {
    return "faulty";
  }
  if (!isJson) {
    return "notJson";
  }
  if (current === undefined) {
    return "unseen";
  }
  return goesIntoRecord(current) ? undefined : "refused";
}
