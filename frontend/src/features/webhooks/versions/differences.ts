import type { FieldMapping, WebhookVersion } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";

/** A field that is mapped differently; undefined where it is not mapped. */
export interface MappingChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

export interface SettingChange {
  name: string;
  before: string;
  after: string;
}

export function asText(schema: WebhookVersion["schema"]): string {
  return JSON.stringify(schema, null, 2);
}

/** Field by field; a mapping's order means nothing. */
export function mappingChanges(before: FieldMapping[], after: FieldMapping[]): MappingChange[] {
  const valuesBefore = new Map(before.map(({ field, value }) => [field, value]));
  const valuesAfter = new Map(after.map(({ field, value }) => [field, value]));
  return [...new Set([...valuesAfter.keys(), ...valuesBefore.keys()])]
    .map((field) => ({
      field,
      before: valuesBefore.get(field),
      after: valuesAfter.get(field),
    }))
    .filter((change) => change.before !== change.after);
}

/** What else decides how a delivery is handled, in words. */
export function settingsOf(version: WebhookVersion, actionLabels: ReadonlyMap<string, string>) {
  const { action, acknowledgement, deadlineSeconds } = version;
  return [
    { name: pageTexts.versions.action, value: actionLabels.get(action.type) ?? action.type },
    { name: pageTexts.versions.panel, value: action.panel ?? pageTexts.versions.noPanel },
    {
      name: pageTexts.versions.acknowledgement,
      value: pageTexts.versions.acknowledgements[acknowledgement],
    },
    { name: pageTexts.versions.deadline, value: pageTexts.versions.seconds(deadlineSeconds) },
  ];
}

export function settingChanges(
  before: WebhookVersion,
  after: WebhookVersion,
  actionLabels: ReadonlyMap<string, string>,
): SettingChange[] {
  const valuesBefore = settingsOf(before, actionLabels);
  return settingsOf(after, actionLabels)
    .map(({ name, value }, index) => ({
      name,
      before: valuesBefore[index]?.value ?? "",
      after: value,
    }))
    .filter((change) => change.before !== change.after);
}
