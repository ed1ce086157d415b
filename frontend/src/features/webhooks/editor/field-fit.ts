import type { ActionField, FieldType, SchemaProperty } from "../../../api/schema";
import type { Lengths } from "../../../lib/json-schema/lengths";
import { parseTemplate, type TemplatePart } from "../../../lib/template";
import * as pageTexts from "../../../texts/page-texts";
import type { MappedField } from "./action-options-set";

const { fit } = pageTexts.wizard;

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const moment =
  /^\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Of a text that is the whole value: whether its type takes it. Looser than the API, never stricter. */
const takes: Record<FieldType, (text: string) => boolean> = {
  TEXT: () => true,
  INTEGER: (text) => number.test(text) && Number.isInteger(Number(text)),
  DECIMAL: (text) => number.test(text),
  BOOLEAN: (text) => /^(?:true|false|yes|no|1|0)$/i.test(text),
  DATE_TIME: isMoment,
  DATE: isMoment,
};

/** Characters that no value of the type has anywhere. */
const foreign: Partial<Record<FieldType, RegExp>> = {
  INTEGER: /[^\d\s.e+-]/i,
  DECIMAL: /[^\d\s.e+-]/i,
  DATE_TIME: /[^\d\s:.tz+-]/i,
  DATE: /[^\d\s:.tz+-]/i,
};

/** As the API takes it. */
const address = /^[^\s|@]+@[^\s|@]+$/;

/** Why a template's own text can never go into its field, whatever its properties bring. */
export function misfitOf(
  field: MappedField,
  template: string,
  properties: readonly string[],
): string | undefined {
  const parts = parseTemplate(template, properties);
  const { label, type, lengthMax, allowedValues } = field;
  const text = literalOf(parts);
  if (text.trim() === "") {
    return undefined;
  }
  const isStatic = parts.every(({ kind }) => kind === "text" || kind === "escape");
  if (isStatic ? !takes[type](text.trim()) : foreign[type]?.test(text)) {
    return fit.wrongType(label, fit.takes[type]);
  }
  if (field.isEmail && isStatic && !address.test(text.trim())) {
    return fit.noAddress(label);
  }
  if (type === "TEXT" && lengthMax && text.length > lengthMax) {
    return isStatic
      ? fit.tooLong(label, lengthMax, text.length)
      : fit.textTooLong(label, lengthMax, text.length);
  }
  // Numbers and dates are compared by what they mean; that is the API's to say.
  return isStatic && type === "TEXT" && allowedValues.length > 0 && !allowedValues.includes(text)
    ? fit.notAllowed(label, allowedValues)
    : undefined;

  function literalOf(all: TemplatePart[]): string {
    return all
      .map(({ kind, from, to }) =>
        kind === "text" ? template.slice(from, to) : kind === "escape" ? "$$" : "",
      )
      .join("");
  }
}

/** What a schema tells of its properties. */
export interface KnownProperties {
  properties: readonly SchemaProperty[];
  lengths: ReadonlyMap<string, Lengths>;
}

// In wider fields people know that their data fits: a word at each of them would be read by nobody.
const narrow = 5;

/** What properties may bring that their field refuses; the sender’s data decides. */
export function warningOf(
  field: ActionField,
  template: string,
  { properties, lengths }: KnownProperties,
): string | undefined {
  const parts = parseTemplate(
    template,
    properties.map(({ name }) => name),
  );
  const used = properties.filter(({ name }) =>
    parts.some((part) => part.kind === "property" && part.name === name),
  );
  if (field.type !== "TEXT") {
    const wrong = used.find((property) => isOtherType(field.type, property));
    return (
      wrong &&
      fit.otherType(
        wrong.name,
        pageTexts.schemaStep.typeOf(wrong.types, wrong.format),
        field.label,
        fit.takes[field.type],
      )
    );
  }
  const { lengthMax, label } = field;
  if (!lengthMax || used.length === 0) {
    return undefined;
  }
  let min = 0;
  let max = 0;
  let endless: string | undefined;
  for (const { kind, from, to, name } of parts) {
    if (kind !== "property") {
      const length = kind === "escape" ? 2 : to - from;
      min += length;
      max += length;
      continue;
    }
    const known = lengths.get(name);
    min += known?.min ?? 0;
    max += known?.max ?? known?.min ?? 0;
    if (known !== undefined && known.max === undefined) {
      endless ??= name;
    }
  }
  if (min > lengthMax) {
    return fit.alwaysLonger(label, lengthMax, min);
  }
  if (max > lengthMax) {
    return fit.maybeLonger(label, lengthMax, max);
  }
  return endless !== undefined && lengthMax <= narrow
    ? fit.endless(endless, label, lengthMax)
    : undefined;
}

function isOtherType(type: FieldType, { types, format }: SchemaProperty): boolean {
  const kinds = types.filter((each) => each !== "null");
  if (kinds.length === 0 || type === "TEXT") {
    return false;
  }
  const isText = kinds.every((each) => each === "string");
  const isTruth = kinds.every((each) => each === "boolean");
  const isNumber = kinds.every((each) => each === "number" || each === "integer");
  const isDay = format === "date" || format === "date-time";
  switch (type) {
    case "INTEGER":
    case "DECIMAL":
      return isTruth || (isText && Boolean(format));
    case "BOOLEAN":
      return isText && Boolean(format);
    default:
      return isTruth || isNumber || (isText && Boolean(format) && !isDay);
  }
}

function isMoment(text: string): boolean {
  return moment.test(text) && !Number.isNaN(Date.parse(`${text.slice(0, 10)}T00:00:00Z`));
}
