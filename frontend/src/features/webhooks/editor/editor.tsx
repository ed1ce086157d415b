import { type ReactNode, useMemo } from "react";
import type { WebhookResponse } from "../../../api/schema";
import { BackLink } from "../../../components/back-link";
import { PageHeader } from "../../../components/page-header";
import { ProblemAlert } from "../../../components/problem-alert";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import type { Actions } from "./action-step";
import { draftOf, emptyDraft } from "./draft";
import { ConflictNotice, ElsewhereNotice, RestoredNotice } from "./draft-notices";
import { DriftNotice } from "./drift-notice";
import classes from "./editor.module.css";
import type { Fault } from "./faults";
import { draftKey } from "./kept-drafts";
import { LeaveGuard } from "./leave-guard";
import type { EditedWebhook } from "./queries";
import { StepContent } from "./step-content";
import { StepFoot } from "./step-foot";
import { StepRail } from "./step-rail";
import { useAction } from "./use-action";
import { useDraft } from "./use-draft";
import { useFaults } from "./use-faults";
import { useSave } from "./use-save";
import { useSchemaCheck } from "./use-schema-check";
import { useSteps } from "./use-steps";
import { useTried } from "./use-tried";
import { WebhookFacts } from "./webhook-facts";

interface EditorProps {
  userId: string;
  organizationId: string;
  /** The webhook as it is saved; undefined for one to be made. */
  webhook?: EditedWebhook;
  actions: Actions;
  /** Whether records have a place to go; undefined while that is not known. */
  isConnected: boolean | undefined;
  canSeePayloads: boolean;
  /** Stands above the steps. */
  hint?: ReactNode;
  onSaved: (saved: WebhookResponse) => void;
}

/** Makes a webhook, or changes one, section by section. */
export function Editor({
  userId,
  organizationId,
  webhook,
  actions,
  isConnected,
  canSeePayloads,
  hint,
  onSaved,
}: EditorProps) {
  const base = useMemo(() => (webhook === undefined ? emptyDraft : draftOf(webhook)), [webhook]);
  const work = useDraft(draftKey(userId, organizationId, webhook?.id), base);
  const { draft } = work;
  const chosen = useAction(organizationId, actions.data, draft);
  const check = useSchemaCheck(organizationId, draft.schemaText);
  const faults = useFaults(draft, chosen, check.current);
  const steps = useSteps({
    onGo: work.acceptRestored,
    isFree: webhook !== undefined,
    isWrong: faults.isWrong,
    check,
  });
  const tried = useTried(draft);
  const save = useSave({
    organizationId,
    webhook,
    draft,
    tried: tried.payloadText,
    fields: chosen.fields,
    onSaved: (saved) => {
      work.markSaved();
      onSaved(saved);
    },
    onRefused: (refused) => goToRefused(refused),
  });
  const goToRefused = (refused: Fault[]) => {
    faults.refuse(refused);
    steps.goToFault(refused[0]);
  };

  const theirs = work.isDirty && webhook?.revision !== draft.revision ? webhook : undefined;
  const goOn = () => {
    const wrong = faults.all.find(({ step }) => step === steps.current);
    faults.show(steps.current);
    if (wrong === undefined) {
      steps.goOn();
    } else {
      steps.goToFault(wrong);
    }
  };
  const discardRestored = () => {
    work.discard();
    // The notice that asked is gone.
    steps.heading.current?.focus();
  };
  const trySave = () => {
    faults.showAll();
    if (faults.all.length > 0) {
      steps.goToFault(faults.all[0]);
    } else {
      save.mutate();
    }
  };
  // Where all faults are listed, their steps are marked as well.
  const isListed = steps.current === "preview" || steps.current === "save";
  const told = isListed ? faults.all : faults.shown;
  // A panel that became another is taken over by saving, changed or not.
  const isWorthSaving = webhook === undefined || work.isDirty || Boolean(webhook.drift);
  const title =
    webhook === undefined ? pageTexts.wizard.newTitle : pageTexts.wizard.editTitle(webhook.name);
  return (
    <>
      <BackLink to={paths.webhooks(organizationId)}>{pageTexts.wizard.back}</BackLink>
      <PageHeader title={title} />
      {webhook !== undefined && (
        <WebhookFacts
          organizationId={organizationId}
          webhook={webhook}
          canSeeDeliveries={canSeePayloads}
        />
      )}
      {hint}
      {work.isRestored && (
        <RestoredNotice
          isUntouched={work.isUntouched}
          onKeep={work.acceptRestored}
          onDiscard={discardRestored}
        />
      )}
      {work.isElsewhere && <ElsewhereNotice onClose={work.acceptElsewhere} />}
      {webhook?.drift && <DriftNotice drift={webhook.drift} onMend={() => steps.go("action")} />}
      {theirs !== undefined && (
        <ConflictNotice
          draft={draft}
          theirs={theirs}
          onLoadTheirs={work.discard}
          onKeepMine={() => work.change({ revision: theirs.revision })}
        />
      )}
      <StepRail
        current={steps.current}
        isOpen={steps.isOpen}
        // Who looked it over has not saved it.
        isDone={(step) => step !== "save" && steps.isLeft(step) && !faults.isWrong(step)}
        isFaulty={(step) => told.some((fault) => fault.step === step)}
        onGo={steps.go}
      />
      <section ref={steps.container} className={classes.card} aria-labelledby={steps.headingId}>
        <h2 id={steps.headingId} ref={steps.heading} tabIndex={-1} className={classes.title}>
          {pageTexts.wizard.stepTitles[steps.current]}
        </h2>
        <p className={classes.intro}>{pageTexts.wizard.stepIntros[steps.current]}</p>
        <StepContent
          step={steps.current}
          organizationId={organizationId}
          webhook={webhook}
          draft={draft}
          actions={actions}
          chosen={chosen}
          check={check}
          faults={faults}
          isConnected={isConnected}
          canSeePayloads={canSeePayloads}
          onChange={(changes) => {
            work.change(changes);
            // The fields of another action are new to whoever sees them.
            if (changes.actionType !== undefined || changes.panel !== undefined) {
              faults.hide("action");
            }
          }}
          onNext={goOn}
          onGo={steps.go}
          onFault={(fault) => {
            faults.showAll();
            steps.goToFault(fault);
          }}
          onMisfit={(fault) => {
            faults.showMisfit(fault);
            steps.goToFault(fault);
          }}
          onFound={faults.refuse}
          onTried={tried.note}
          onRefused={goToRefused}
        />
        {steps.current === "save" && save.error !== null && theirs === undefined && (
          <div className={classes.problem}>
            <ProblemAlert title={pageTexts.wizard.saveFailed} error={save.error} />
          </div>
        )}
      </section>
      <StepFoot
        step={steps.current}
        isNew={webhook === undefined}
        canReview={webhook !== undefined && isWorthSaving}
        canSave={isWorthSaving}
        // Until the list is there, what was saved is not saved once more.
        isSaving={save.isPending || save.isSuccess}
        onGo={steps.go}
        onNext={goOn}
        onSave={trySave}
      />
      <LeaveGuard
        isNew={webhook === undefined}
        isAtStake={work.isAtStake}
        onDiscard={work.discard}
      />
    </>
  );
}
