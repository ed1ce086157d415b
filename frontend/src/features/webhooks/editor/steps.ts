export const steps = ["general", "schema", "action", "preview", "save"] as const;
export type Step = (typeof steps)[number];

export function asStep(value: string | null): Step {
  return steps.find((step) => step === value) ?? "general";
}

export function nextStep(step: Step): Step {
  return steps[steps.indexOf(step) + 1] ?? step;
}

export function previousStep(step: Step): Step | undefined {
  return steps[steps.indexOf(step) - 1];
}
