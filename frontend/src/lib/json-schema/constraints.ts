import * as pageTexts from "../../texts/page-texts";
import type { JsonNode } from "../json-text";
import { type Keywords, propertiesOf } from "./keywords";

/** What a schema demands of each property beyond its type, in words. Those without demands are left out. */
export function constraintsOf(schemaText: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, keywords] of propertiesOf(schemaText)) {
    const words = wordsOf(keywords);
    if (words.length > 0) {
      found.set(name, words);
    }
  }
  return found;
}

function wordsOf(property: Keywords): string[] {
  const only = property.node("const");
  const allowed = property.node("enum");
  if (only !== undefined) {
    return [pageTexts.constraints.only(said(property, only))];
  }
  if (allowed?.kind === "array" && allowed.items.length > 0) {
    return [pageTexts.constraints.oneOf(allowed.items.map((item) => said(property, item)))];
  }
  const unit = property.number("multipleOf");
  const pattern = property.string("pattern");
  return [
    lengthOf(property),
    rangeOf(property),
    unit && pageTexts.constraints.multipleOf(unit),
    pattern && pageTexts.constraints.pattern(pattern),
  ].filter((each): each is string => each !== undefined && each !== "");
}

function lengthOf(property: Keywords): string | undefined {
  const min = property.number("minLength");
  const max = property.number("maxLength");
  // Everything is at least 0 characters long.
  return pageTexts.constraints.length(min === "0" ? undefined : min, max);
}

function rangeOf(property: Keywords): string | undefined {
  const min = property.number("minimum");
  const max = property.number("maximum");
  // In draft 4 the exclusive ones are true or false, and say it of the other two.
  const above = property.isTrue("exclusiveMinimum") ? min : property.number("exclusiveMinimum");
  const below = property.isTrue("exclusiveMaximum") ? max : property.number("exclusiveMaximum");
  return pageTexts.constraints.range(
    above === undefined ? { limit: min, isIn: true } : { limit: above, isIn: false },
    below === undefined ? { limit: max, isIn: true } : { limit: below, isIn: false },
  );
}

function said(property: Keywords, node: JsonNode): string {
  const text = property.textOf(node);
  return node.kind === "string" ? pageTexts.constraints.quoted(text) : text;
}
