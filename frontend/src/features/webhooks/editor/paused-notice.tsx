import { Alert } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { ApiProblem } from "../../../api/problem";
import type { WebhookResponse } from "../../../api/schema";
import { PauseIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { WorkButton } from "../../../components/work-button";
import * as pageTexts from "../../../texts/page-texts";
import { setPaused } from "../list/queries";
import { type EditedWebhook, webhookQuery } from "./queries";
import classes from "./webhook-facts.module.css";

interface PausedNoticeProps {
  organizationId: string;
  webhook: EditedWebhook;
}

/** Says that a webhook takes nothing while it is paused, as a duplicate is at first, and resumes it. */
export function PausedNotice({ organizationId, webhook: { id, isPaused } }: PausedNoticeProps) {
  const queryClient = useQueryClient();
  const resumed = useRef<HTMLParagraphElement>(null);
  const resume = useMutation<WebhookResponse, ApiProblem, void>({
    mutationFn: () => setPaused(organizationId, id, false),
    onSuccess: (saved) => {
      // No more than that: what is being changed is not loaded anew.
      queryClient.setQueryData(
        webhookQuery(organizationId, id).queryKey,
        (known) => known && { ...known, isPaused: saved.isPaused },
      );
      void queryClient.invalidateQueries({ queryKey: [organizationId, "webhooks"], exact: true });
    },
  });
  const isResumed = resume.isSuccess && !isPaused;
  useEffect(() => {
    if (isResumed) {
      resumed.current?.focus(); // The button that was clicked is gone.
    }
  }, [isResumed]);
  if (!isPaused) {
    return isResumed ? (
      <p ref={resumed} role="status" tabIndex={-1} className={classes.resumed}>
        {pageTexts.wizard.resumed}
      </p>
    ) : null;
  }
  return (
    <Alert
      role="status"
      className={classes.paused}
      icon={<PauseIcon size={18} />}
      title={pageTexts.wizard.pausedTitle}
    >
      {pageTexts.wizard.pausedText}
      <div>
        <WorkButton
          mt="sm"
          size="compact-sm"
          variant="default"
          loading={resume.isPending}
          onClick={() => resume.mutate()}
        >
          {pageTexts.wizard.resume}
        </WorkButton>
      </div>
      {resume.error !== null && (
        <ProblemAlert title={pageTexts.wizard.resumeFailed} error={resume.error} />
      )}
    </Alert>
  );
}
