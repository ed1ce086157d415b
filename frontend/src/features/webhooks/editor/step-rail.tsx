import { VisuallyHidden } from "@mantine/core";
import { AlertIcon, CheckIcon } from "../../../components/icons";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./step-rail.module.css";
import { type Step, steps } from "./steps";

interface StepRailProps {
  current: Step;
  isOpen: (step: Step) => boolean;
  isDone: (step: Step) => boolean;
  isFaulty: (step: Step) => boolean;
  onGo: (step: Step) => void;
}

/** The headers of the sections, which lead to them. */
export function StepRail({ current, isOpen, isDone, isFaulty, onGo }: StepRailProps) {
  return (
    <nav aria-label={pageTexts.wizard.steps} className={classes.root}>
      <ol className={classes.list}>
        {steps.map((step, index) => (
          <li key={step} className={classes.item}>
            <button
              type="button"
              className={classes.step}
              aria-current={step === current ? "step" : undefined}
              disabled={!isOpen(step)}
              onClick={() => onGo(step)}
            >
              <span
                className={classes.mark}
                data-faulty={isFaulty(step) || undefined}
                data-done={isDone(step) || undefined}
              >
                <Mark number={index + 1} isDone={isDone(step)} isFaulty={isFaulty(step)} />
              </span>
              <span className={classes.label}>{pageTexts.wizard.stepTitles[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface MarkProps {
  number: number;
  isDone: boolean;
  isFaulty: boolean;
}

function Mark({ number, isDone, isFaulty }: MarkProps) {
  if (isFaulty) {
    return (
      <>
        <AlertIcon size={14} />
        <VisuallyHidden>{pageTexts.wizard.stepFaulty}</VisuallyHidden>
      </>
    );
  }
  return isDone ? (
    <>
      <CheckIcon size={13} />
      <VisuallyHidden>{pageTexts.wizard.stepDone}</VisuallyHidden>
    </>
  ) : (
    number
  );
}
