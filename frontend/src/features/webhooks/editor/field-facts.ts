import type { ActionField } from "../../../api/schema";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";

/** Type and size of a field, for people. */
export function typeOf({ type, lengthMax, precision, scale }: ActionField): string {
  const name = pageTexts.wizard.fieldTypes[type];
  if (lengthMax) {
    return asList([name, pageTexts.wizard.lengthMax(lengthMax)]);
  }
  return asList([name, precision ? pageTexts.wizard.precision(precision, scale ?? 0) : undefined]);
}

/** What a field is for and what becomes of it, in sentences. */
export function helpOf({ help, defaultsTo, allowedValues }: ActionField): string {
  return [
    help,
    defaultsTo && pageTexts.wizard.defaultsTo(defaultsTo),
    allowedValues.length > 0 && pageTexts.wizard.allowedValues(allowedValues),
  ]
    .filter(Boolean)
    .join(" ");
}

export function matches({ name, label }: ActionField, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
}
