import type { Reason } from "../api/schema";
import { texts } from "../texts/texts";

const reasons = Object.keys(texts.reasons) as Reason[];

export const reasonOptions = reasons.map((value) => ({ value, label: texts.reasons[value] }));

export function asReason(value: string | undefined): Reason | undefined {
  return reasons.find((reason) => reason === value);
}
