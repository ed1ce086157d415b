import { useEffect, useId, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { Fault } from "./faults";
import { focusField } from "./focus-field";
import { asStep, nextStep, type Step, steps } from "./steps";
import type { SchemaCheck } from "./use-schema-check";

interface StepsOptions {
  /** Somebody goes to another step. */
  onGo: () => void;
  /** Whether each step may be gone to; otherwise they open in their order. */
  isFree: boolean;
  isWrong: (step: Step) => boolean;
  check: Pick<SchemaCheck, "isSettled">;
}

/** Which step is shown: it stands in the URL, so that going back in the browser goes a step back. */
export function useSteps({ onGo, isFree, isWrong, check }: StepsOptions) {
  const [search, setSearch] = useSearchParams();
  const container = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  // The field to go to; each time anew, also if it is the same.
  const [target, setTarget] = useState<{ fault: Fault }>();

  const isBarred = (step: Step) => isWrong(step) || (step === "schema" && !check.isSettled);
  const isOpen = (step: Step) =>
    isFree || !steps.slice(0, steps.indexOf(step)).some((earlier) => isBarred(earlier));
  const asked = asStep(search.get("step"));
  // While the schema is being looked at, nobody is sent back for it.
  const isTooFar = check.isSettled && !isOpen(asked);
  const wrong = isTooFar ? steps.find((step) => isWrong(step)) : undefined;

  // Who was sent back stays there until the URL, which follows in its own time, has followed: else
  // the first letter that mends the earlier step would show the one that was asked for.
  const [sentBack, setSentBack] = useState<{ from: Step; to: Step }>();
  if (wrong !== undefined && (sentBack?.from !== asked || sentBack.to !== wrong)) {
    setSentBack({ from: asked, to: wrong });
  } else if (sentBack !== undefined && sentBack.from !== asked) {
    setSentBack(undefined);
  }
  const current = wrong ?? (sentBack?.from === asked ? sentBack.to : asked);

  useEffect(() => {
    if (wrong !== undefined) {
      setSearch({ step: wrong }, { replace: true });
    }
  }, [wrong, setSearch]);

  const [seen, setSeen] = useState<ReadonlySet<Step>>(new Set());
  if (!seen.has(current)) {
    setSeen(new Set([...seen, current]));
  }

  const go = (step: Step) => {
    if (step !== current) {
      onGo();
      setSentBack(undefined);
      setSearch({ step });
    }
  };

  const shown = useRef(current);
  useEffect(() => {
    if (shown.current !== current) {
      shown.current = current;
      heading.current?.focus();
      heading.current?.scrollIntoView({ block: "nearest" });
    }
  }, [current]);

  useEffect(() => {
    if (target !== undefined && target.fault.step === current) {
      return focusField(container.current, target.fault.at);
    }
    return undefined;
  }, [target, current]);

  return {
    current,
    container,
    heading,
    headingId,
    isOpen,
    /** Whether somebody was there, and is not now. */
    isLeft: (step: Step) => seen.has(step) && step !== current,
    go,
    goOn: () => go(nextStep(current)),
    goToFault: (fault: Fault | undefined) => {
      if (fault !== undefined) {
        go(fault.step);
        setTarget({ fault });
      }
    },
  };
}
