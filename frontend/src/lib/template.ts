import * as pageTexts from "../texts/page-texts";
import { nearest } from "./nearest";

const mark = "$$";

/** A stretch of a template's text; together they are all of it. */
export interface TemplatePart {
  /** `open` is a reference that is never closed: it reaches to the end. */
  kind: "text" | "escape" | "property" | "open";
  from: number;
  to: number;
  /** Of the property referred to, as far as it is written. */
  name: string;
}

/**
 * Parses a value template as the backend does: static text, `$$property$$`, or both mixed; `$$$$` is
 * a literal `$$`, and `$$$amount$$` a `$` and then `amount`, unless there is a property `$amount`.
 */
export function parseTemplate(text: string, properties: readonly string[]): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const add = (kind: TemplatePart["kind"], from: number, to: number, name = "") => {
    if (from < to) {
      parts.push({ kind, from, to, name });
    }
  };
  let at = 0;
  while (at < text.length) {
    const opening = text.indexOf(mark, at);
    if (opening < 0) {
      add("text", at, text.length);
      break;
    }
    add("text", at, opening);
    const start = opening + mark.length;
    if (text.startsWith(mark, start)) {
      at = start + mark.length;
      add("escape", opening, at);
      continue;
    }
    const closing = text.indexOf(mark, start);
    if (closing < 0) {
      add("open", opening, text.length, text.slice(start));
      break;
    }
    at = closing + mark.length;
    const name = text.slice(start, closing);
    const isMoney = name.startsWith("$") && !properties.includes(name);
    add("text", opening, opening + Number(isMoney));
    add("property", opening + Number(isMoney), at, name.slice(Number(isMoney)));
  }
  return parts;
}

/** How a template refers to a property; undefined if its name is one that no template can hold. */
export function referenceTo(name: string): string | undefined {
  const reference = mark + name + mark;
  const [part, ...others] = parseTemplate(reference, [name]);
  return part?.kind === "property" && part.name === name && others.length === 0
    ? reference
    : undefined;
}

/** Something in a template that the backend would refuse. */
export interface TemplateProblem {
  from: number;
  to: number;
  message: string;
  /** What was probably meant instead; undefined if nobody can tell. */
  suggestion: string | undefined;
}

export function templateProblems(text: string, properties: readonly string[]): TemplateProblem[] {
  return parseTemplate(text, properties).flatMap(({ kind, from, to, name }) => {
    if (kind === "open") {
      return [
        {
          from,
          to,
          message: pageTexts.template.open(from + 1),
          suggestion: meant(name, properties),
        },
      ];
    }
    return kind === "property" && !properties.includes(name)
      ? [
          {
            from,
            to,
            message: pageTexts.template.unknown(name),
            suggestion: meant(name, properties),
          },
        ]
      : [];
  });
}

function meant(name: string, properties: readonly string[]): string | undefined {
  const found = nearest(name, properties);
  return found === undefined ? undefined : referenceTo(found);
}

/** A name that is being typed. */
export interface Completion {
  /** What a reference would replace. */
  from: number;
  to: number;
  query: string;
  /** Whether it is surely a reference; a single `$` may also be an amount of money. */
  isSure: boolean;
}

/** The reference in whose name the cursor stands, or that could begin at it. */
export function completionAt(
  text: string,
  cursor: number,
  properties: readonly string[],
): Completion | undefined {
  const last = parseTemplate(text.slice(0, cursor), properties).at(-1);
  if (last?.kind === "open") {
    const rest = text.slice(cursor);
    // A closing mark belongs to this reference only if the same word leads to it.
    const closing = /^[^\s$]*\$\$/.exec(rest)?.[0].length ?? 0;
    const isMoney =
      last.name.startsWith("$") && !properties.some((name) => name.startsWith(last.name));
    return {
      from: last.from + Number(isMoney),
      to: cursor + closing,
      query: last.name.slice(Number(isMoney)),
      isSure: true,
    };
  }
  return last?.kind === "text" && text[cursor - 1] === "$"
    ? { from: cursor - 1, to: cursor, query: "", isSure: false }
    : undefined;
}

/** What fits a name that is being typed: names that begin with it first. */
export function matching(query: string, properties: readonly string[]): string[] {
  const typed = query.trim().toLowerCase();
  const usable = properties.filter((name) => referenceTo(name) !== undefined);
  const begins = usable.filter((name) => name.toLowerCase().startsWith(typed));
  const contains = usable.filter(
    (name) => !begins.includes(name) && name.toLowerCase().includes(typed),
  );
  return [...begins, ...contains];
}

/** Where a reference goes that somebody asks for while the selection is there. */
export function insertionAt(
  text: string,
  from: number,
  to: number,
  properties: readonly string[],
): { from: number; to: number } {
  if (from !== to) {
    return { from, to };
  }
  const within = parseTemplate(text, properties).find(
    (part) => part.kind !== "text" && part.from < from && from < part.to,
  );
  if (within !== undefined && within.kind !== "open") {
    return { from: within.to, to: within.to };
  }
  const begun = completionAt(text, from, properties);
  // A single $ is kept: whoever clicks a property behind it has begun an amount of money.
  return begun?.isSure ? { from: begun.from, to: begun.to } : { from, to };
}

/** The names in a template that are no property's, each once. */
export function unknownNames(text: string, properties: readonly string[]): string[] {
  const names = parseTemplate(text, properties)
    .filter(({ kind, name }) => kind === "property" && !properties.includes(name))
    .map(({ name }) => name);
  return [...new Set(names)];
}
