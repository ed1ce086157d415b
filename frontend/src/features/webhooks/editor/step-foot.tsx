import { Button } from "@mantine/core";
import { WorkButton } from "../../../components/work-button";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./editor.module.css";
import { previousStep, type Step } from "./steps";

interface StepFootProps {
  step: Step;
  isNew: boolean;
  /** Whether there is something to save that can be gone to at once. */
  canReview: boolean;
  canSave: boolean;
  isSaving: boolean;
  onGo: (step: Step) => void;
  onNext: () => void;
  onSave: () => void;
}

export function StepFoot({
  step,
  isNew,
  canReview,
  canSave,
  isSaving,
  onGo,
  onNext,
  onSave,
}: StepFootProps) {
  const previous = previousStep(step);
  return (
    <div className={classes.foot}>
      {previous !== undefined && (
        <Button variant="default" onClick={() => onGo(previous)}>
          {pageTexts.wizard.previous}
        </Button>
      )}
      <div className={classes.end}>
        {canReview && step !== "save" && (
          <Button variant="default" onClick={() => onGo("save")}>
            {pageTexts.wizard.review}
          </Button>
        )}
        {step === "save" ? (
          <WorkButton onClick={onSave} loading={isSaving} disabled={!canSave}>
            {isNew ? pageTexts.wizard.saveNew : pageTexts.wizard.save}
          </WorkButton>
        ) : (
          <Button onClick={onNext}>{pageTexts.wizard.next}</Button>
        )}
      </div>
    </div>
  );
}
