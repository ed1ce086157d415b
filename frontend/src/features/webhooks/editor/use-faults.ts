import { useState } from "react";
import type { SchemaCheckResponse } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import type { Draft } from "./draft";
import { actionFaults, type Fault, generalFaults, isUnchangedAt, privacyFaults } from "./faults";
import { type Step, steps } from "./steps";
import type { useAction } from "./use-action";

/** What keeps a draft from being saved: what the app sees itself, and what the API said. */
export function useFaults(
  draft: Draft,
  chosen: ReturnType<typeof useAction>,
  /** Undefined while it is not known for what is typed. */
  check: SchemaCheckResponse | undefined,
) {
  const [refused, setRefused] = useState<{ faults: Fault[]; draft: Draft }>();
  const [misfit, setMisfit] = useState<{ fault: Fault; draft: Draft }>();
  const [tried, setTried] = useState<ReadonlySet<Step>>(new Set());

  const found: Fault[] = [
    ...generalFaults(draft),
    ...schemaFaults(draft, check),
    ...privacyFaults(draft),
    ...actionFaults(
      draft,
      chosen.needsPanel,
      chosen.fields,
      check?.properties.map(({ name }) => name),
    ),
  ];
  const said = (refused?.faults ?? []).filter(
    ({ at }) => refused !== undefined && isUnchangedAt(at, refused.draft, draft),
  );
  // It says nothing against another payload, and so nothing against the webhook.
  const misfits =
    misfit !== undefined &&
    misfit.draft.payloadText === draft.payloadText &&
    isUnchangedAt(misfit.fault.at, misfit.draft, draft)
      ? [misfit.fault]
      : [];
  const isWrong = (step: Step) => found.some((fault) => fault.step === step);
  return {
    /** All of it, whether shown or not. */
    all: [...said, ...found],
    isWrong,
    /** What is to be shown: nobody is told off for what they have not come to yet. */
    shown: [...said, ...misfits, ...found.filter(({ step }) => tried.has(step))],
    /** From now on what is wrong with these steps is shown. */
    show: (...which: readonly Step[]) => setTried(new Set([...tried, ...which])),
    /** Nobody was there yet, as it were. */
    hide: (step: Step) => setTried(new Set([...tried].filter((each) => each !== step))),
    showAll: () => setTried(new Set(steps)),
    /** Shows at its field that a value of the sample payload does not fit. */
    showMisfit: (fault: Fault) => setMisfit({ fault, draft }),
    /** What the API finds wrong is shown until it is changed. */
    refuse: (faults: Fault[]) => setRefused({ faults, draft }),
  };
}

function schemaFaults(draft: Draft, check: SchemaCheckResponse | undefined): Fault[] {
  const isMissing = draft.schemaText.trim() === "" || check?.valid === false;
  return isMissing
    ? [{ step: "schema", at: "schema", message: pageTexts.wizard.schemaMissing }]
    : [];
}
