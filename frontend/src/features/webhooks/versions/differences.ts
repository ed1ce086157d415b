import type {
  ActionDescription,
  ActionField,
  ActionOption,
  FieldMapping,
  Idempotency,
  PanelDescription,
} from "../../../api/schema";
import { prettyJson } from "../../../lib/json";
import type { PropertyChange } from "../../../lib/json-schema/property-changes";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { helpOf, typeOf } from "../editor/field-facts";
import type { VersionInFull } from "./queries";

/** A field of which something differs; undefined where it is not mapped. */
export interface MappingChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

export function kindOf({ before, after }: MappingChange): PropertyChange["kind"] {
  if (before === undefined) {
    return "added";
  }
  return after === undefined ? "removed" : "changed";
}

export interface SettingChange {
  name: string;
  before: string;
  after: string;
}

export function asText({ schemaText }: VersionInFull): string {
  return prettyJson(schemaText) ?? schemaText;
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

/** A panel's fields as they were when the version was saved, in words. */
export function panelFields({ fields }: PanelDescription): MappingChange[] {
  return fields.map((field) => ({ field: field.name, before: undefined, after: factsOf(field) }));
}

/** What became of the fields that both versions fill; in another panel they are other fields. */
export function panelChanges(before: VersionInFull, after: VersionInFull): MappingChange[] {
  if (before.panel?.name !== after.panel?.name) {
    return [];
  }
  const factsBefore = new Map(
    before.panel?.fields.map((field) => [field.name, factsOf(field)] as const),
  );
  return (after.panel?.fields ?? [])
    .map((field) => ({
      field: field.name,
      before: factsBefore.get(field.name),
      after: factsOf(field),
    }))
    .filter((change) => change.before !== undefined && change.before !== change.after);
}

function factsOf(field: ActionField): string {
  const facts = asList([
    field.label,
    typeOf(field),
    field.isRequired ? pageTexts.versions.required : pageTexts.versions.optional,
  ]);
  return [pageTexts.versions.facts(facts), helpOf(field)].filter(Boolean).join(" ");
}

/** What people call the fields, of a panel too. */
export function labelsWith(
  labels: ReadonlyMap<string, string>,
  ...versions: VersionInFull[]
): ReadonlyMap<string, string> {
  const ofPanels = versions.flatMap(({ panel }) => panel?.fields ?? []);
  return new Map([...labels, ...ofPanels.map(({ name, label }) => [name, label] as const)]);
}

/** What else decides how a delivery is handled, in words. */
export function settingsOf(
  version: VersionInFull,
  actions: ReadonlyMap<string, ActionDescription>,
) {
  const { action, panel, acknowledgement, deadlineSeconds, privacy, queue, idempotency } = version;
  const described = actions.get(action.type);
  return [
    { name: pageTexts.versions.action, value: described?.label ?? action.type },
    {
      name: pageTexts.versions.panel,
      value: panel
        ? pageTexts.versions.panelOf(panel.label, panel.name, panel.ownerField)
        : (action.panel ?? pageTexts.versions.noPanel),
    },
    {
      name: pageTexts.versions.acknowledgement,
      value: pageTexts.versions.acknowledgements[acknowledgement],
    },
    {
      name: pageTexts.versions.retries,
      value:
        acknowledgement === "ON_RECEIPT"
          ? pageTexts.versions.retriesFor(queue.retryForSeconds, queue.isInOrder)
          : pageTexts.versions.noRetries,
    },
    { name: pageTexts.versions.deadline, value: pageTexts.versions.seconds(deadlineSeconds) },
    { name: pageTexts.versions.repeats, value: repeatsOf(idempotency) },
    {
      name: pageTexts.versions.options,
      value: optionsIn(action.options, described?.options ?? [], [
        ...(described?.fields ?? []),
        ...(panel?.fields ?? []),
      ]),
    },
    { name: pageTexts.versions.masked, value: namesOf(privacy.masked) },
    { name: pageTexts.versions.neverStored, value: namesOf(privacy.neverStored) },
  ];
}

function repeatsOf({ from, name, windowSeconds }: Idempotency): string {
  return from === "NONE"
    ? pageTexts.versions.noRepeats
    : pageTexts.versions.repeatsBy(from, name ?? "", windowSeconds);
}

function namesOf(properties: string[]): string {
  return properties.length === 0 ? pageTexts.versions.noProperties : asList(properties.toSorted());
}

/** What an action offers no more goes by the names that definitions have for it. */
function optionsIn(
  options: Record<string, string> | null | undefined,
  offered: readonly ActionOption[],
  fields: readonly ActionField[],
): string {
  const set = Object.entries(options ?? {}).sort();
  const written = set.map(([name, value]) => {
    const option = offered.find((each) => each.name === name);
    const choice = option?.choices.find((each) => each.value === value);
    const field = option?.kind === "FIELD" ? fields.find((each) => each.name === value) : undefined;
    return pageTexts.versions.option(option?.label ?? name, choice?.label ?? field?.label ?? value);
  });
  return written.length === 0 ? pageTexts.versions.noOptions : asList(written);
}

export function settingChanges(
  before: VersionInFull,
  after: VersionInFull,
  actions: ReadonlyMap<string, ActionDescription>,
): SettingChange[] {
  const valuesBefore = settingsOf(before, actions);
  return settingsOf(after, actions)
    .map(({ name, value }, index) => ({
      name,
      before: valuesBefore[index]?.value ?? "",
      after: value,
    }))
    .filter((change) => change.before !== change.after);
}
