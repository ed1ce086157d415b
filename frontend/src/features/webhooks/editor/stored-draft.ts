import type { Acknowledgement, KeySource, Privacy } from "../../../api/schema";
import { parseJson } from "../../../lib/json";
import type { Draft, Repeats } from "./draft";

// Raised when drafts change their shape: those of an older app are not understood any more.
const format = 6;

/** As it is stored: JSON has no maps. */
type Pairs = [name: string, value: string][];
type KeepingPairs = [name: string, how: keyof Privacy][];
type Stored = Omit<Draft, "values" | "options" | "privacy"> & {
  values: Pairs;
  options: Pairs;
  privacy: KeepingPairs;
};

/** What is there and is no draft of this app is passed over: it must not break the page that shows it. */
export function readDraft(key: string): Draft | null {
  const stored = parseJson(textAt(key) ?? "") as { format?: unknown; draft?: unknown } | undefined;
  const draft = stored?.format === format ? stored.draft : undefined;
  return isStored(draft)
    ? {
        ...draft,
        values: new Map(draft.values),
        options: new Map(draft.options),
        privacy: new Map(draft.privacy),
      }
    : null;
}

/** Whether anything is there, be it a draft or not. */
export function isStoredAt(key: string): boolean {
  return textAt(key) !== null;
}

function textAt(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is turned off, so there is nothing.
    return null;
  }
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isTextOrNull: Check = (value) => value === null || isText(value);
const acknowledgements: Record<Acknowledgement, true> = { AFTER_ACTION: true, ON_RECEIPT: true };

const arePairs: Check = (value) =>
  Array.isArray(value) &&
  value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText));

const keepings: Record<keyof Privacy, true> = { masked: true, neverStored: true };
const areKeepings: Check = (value) =>
  arePairs(value) && (value as Pairs).every(([, how]) => Object.hasOwn(keepings, how));

const keySources: Record<KeySource, true> = { HEADER: true, PROPERTY: true, NONE: true };

const areRepeats: Check = (value) => {
  const repeats = value as Partial<Repeats> | null;
  return (
    typeof repeats === "object" &&
    isText(repeats?.name) &&
    isText(repeats?.from) &&
    Object.hasOwn(keySources, repeats?.from as string) &&
    Number.isInteger(repeats?.windowSeconds)
  );
};

const checks: Record<keyof Stored, Check> = {
  name: isText,
  schemaText: isText,
  actionType: isTextOrNull,
  panel: isTextOrNull,
  values: arePairs,
  options: arePairs,
  privacy: areKeepings,
  acknowledgement: (value) => isText(value) && Object.hasOwn(acknowledgements, value as string),
  deadlineSeconds: isText,
  repeats: areRepeats,
  retryForSeconds: Number.isInteger,
  isInOrder: (value) => typeof value === "boolean",
  payloadText: isText,
  revision: (value) => value === null || Number.isInteger(value),
};

function isStored(value: unknown): value is Stored {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(checks).every(([name, check]) =>
      check((value as Partial<Stored>)[name as keyof Stored]),
    )
  );
}

/** Does nothing where the browser stores nothing: the page then guards alone. */
export function writeDraft(key: string, draft: Draft) {
  try {
    const stored: Stored = {
      ...draft,
      values: [...draft.values],
      options: [...draft.options],
      privacy: [...draft.privacy],
    };
    localStorage.setItem(key, JSON.stringify({ format, draft: stored }));
  } catch {
    // Storage is full or turned off.
  }
}

export function removeDraft(key: string) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is turned off, so there is none.
  }
}
