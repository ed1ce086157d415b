import type {
  Acknowledgement,
  ActionDefinition,
  ActionField,
  FieldMapping,
  Idempotency,
  Privacy,
  WebhookRequest,
} from "../../../api/schema";
import { parseJson, prettyJson } from "../../../lib/json";
import type { EditedWebhook } from "./queries";

/**
 * The value template of each field that has one, by the field's name. A map, not an object: iMIS may call a field
 * `constructor`.
 */
export type Values = ReadonlyMap<string, string>;

/** How a property is kept, by its name; those that are not there are stored and shown. */
export type Keeping = ReadonlyMap<string, keyof Privacy>;

/** As typed: the name is there even where there is nothing to name. */
export type Repeats = Omit<Idempotency, "name"> & { name: string };

/** A webhook while somebody works on it: as typed, so also what could not be saved yet. */
export interface Draft {
  name: string;
  schemaText: string;
  actionType: string | null;
  panel: string | null;
  values: Values;
  /** What the action's options are set to, by name; those that are not are what they are anyway. */
  options: Values;
  privacy: Keeping;
  acknowledgement: Acknowledgement;
  deadlineSeconds: string;
  /** By what it is known that a delivery is sent again. */
  repeats: Repeats;
  /** For how long what was acknowledged on receipt is tried again. */
  retryForSeconds: number;
  isInOrder: boolean;
  /** The sample that the preview tries; no part of what is saved. */
  payloadText: string;
  /** The revision that it was made from; null for a new webhook. */
  revision: number | null;
}

export const emptyDraft: Draft = {
  name: "",
  schemaText: "",
  actionType: null,
  panel: null,
  values: new Map(),
  options: new Map(),
  privacy: new Map(),
  acknowledgement: "AFTER_ACTION",
  deadlineSeconds: "10",
  repeats: { from: "HEADER", name: "Idempotency-Key", windowSeconds: 86_400 },
  retryForSeconds: 86_400,
  isInOrder: false,
  payloadText: "",
  revision: null,
};

export function draftOf(webhook: EditedWebhook): Draft {
  const { name, schemaText, action, privacy, acknowledgement, deadlineSeconds } = webhook;
  const { idempotency, queue, revision } = webhook;
  return {
    name,
    schemaText: prettyJson(schemaText) ?? schemaText,
    actionType: action.type,
    panel: action.panel ?? null,
    values: new Map(action.mapping.map(({ field, value }) => [field, value])),
    options: new Map(Object.entries(action.options ?? {})),
    privacy: new Map([
      ...privacy.masked.map((property) => [property, "masked"] as const),
      ...privacy.neverStored.map((property) => [property, "neverStored"] as const),
    ]),
    acknowledgement,
    deadlineSeconds: String(deadlineSeconds),
    repeats: { ...idempotency, name: idempotency.name ?? "" },
    ...queue,
    payloadText: "",
    revision,
  };
}

/** What of a webhook can differ between two drafts. */
export const parts = [
  "name",
  "schema",
  "action",
  "mapping",
  "privacy",
  "answering",
  "repeats",
] as const;
export type Part = (typeof parts)[number];

export function differences(one: Draft, other: Draft): Part[] {
  return parts.filter((part) => contentOf(one, part) !== contentOf(other, part));
}

function contentOf(draft: Draft, part: Part): string {
  switch (part) {
    case "name":
      return draft.name.trim();
    case "schema":
      return schemaContent(draft.schemaText);
    case "action":
      return JSON.stringify([draft.actionType, draft.panel, [...mapped(draft.options)].sort()]);
    case "mapping":
      return JSON.stringify([...mapped(draft.values)].sort());
    case "privacy":
      return JSON.stringify([...draft.privacy].sort());
    case "answering":
      return JSON.stringify([
        draft.acknowledgement,
        draft.deadlineSeconds.trim(),
        draft.retryForSeconds,
        draft.isInOrder,
      ]);
    case "repeats": {
      const { from, name, windowSeconds } = idempotencyOf(draft);
      return JSON.stringify([from, name, windowSeconds]);
    }
  }
}

/** Where lines break makes no difference. */
function schemaContent(text: string): string {
  return prettyJson(text) ?? text.trim();
}

/** The values that say something. */
export function mapped(values: Values): Values {
  return new Map([...values].filter(([, value]) => value.trim() !== ""));
}

/** The mapping as it is sent, in the order of the fields as shown. */
export function mappingOf(draft: Draft, fields: ActionField[] = []): FieldMapping[] {
  const place = (name: string) => {
    const index = fields.findIndex((field) => field.name === name);
    return index < 0 ? fields.length : index;
  };
  return [...mapped(draft.values)]
    .map(([field, value]) => ({ field, value }))
    .sort((a, b) => place(a.field) - place(b.field));
}

export function actionOf(draft: Draft, fields: ActionField[] | undefined): ActionDefinition {
  return {
    type: draft.actionType ?? "",
    ...(draft.panel !== null && { panel: draft.panel }),
    ...(mapped(draft.options).size > 0 && { options: Object.fromEntries(mapped(draft.options)) }),
    mapping: mappingOf(draft, fields),
  };
}

export function privacyOf({ privacy }: Draft): Privacy {
  const kept = (how: keyof Privacy) =>
    [...privacy].filter(([, value]) => value === how).map(([name]) => name);
  return { masked: kept("masked"), neverStored: kept("neverStored") };
}

export function idempotencyOf({ repeats }: Draft): Idempotency {
  return { ...repeats, name: repeats.from === "NONE" ? null : repeats.name.trim() };
}

/** What the API takes. */
export function requestOf(draft: Draft, fields: ActionField[] | undefined): WebhookRequest {
  return {
    name: draft.name.trim(),
    schema: asObject(parseJson(draft.schemaText)),
    action: actionOf(draft, fields),
    privacy: privacyOf(draft),
    acknowledgement: draft.acknowledgement,
    deadlineSeconds: Number(draft.deadlineSeconds),
    idempotency: idempotencyOf(draft),
    queue: { retryForSeconds: draft.retryForSeconds, isInOrder: draft.isInOrder },
    ...(draft.revision !== null && { revision: draft.revision }),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
