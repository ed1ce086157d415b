import * as pageTexts from "../../texts/page-texts";
import { type JsonNode, readJsonText, segmentsOf } from "../json-text";

// References may lead in a circle.
const hopsMax = 8;

/**
 * What a schema demands of each property beyond its type, in words; works on the text, in which
 * long numbers are as they were typed. Properties without demands are left out.
 */
export function constraintsOf(schemaText: string): Map<string, string[]> {
  const root = readJsonText(schemaText);
  const found = new Map<string, string[]>();
  if (root === undefined) {
    return found;
  }
  for (const { name, value } of memberOf(root, "properties")?.members ?? []) {
    const words = wordsOf(new Keywords(schemaText, root, value));
    if (words.length > 0) {
      found.set(name, words);
    }
  }
  return found;
}

/** The keywords of one property, those that it refers to included. */
class Keywords {
  private readonly nodes: JsonNode[];

  constructor(
    private readonly text: string,
    root: JsonNode,
    property: JsonNode,
  ) {
    this.nodes = [property];
    let reference = this.string("$ref");
    while (reference?.startsWith("#") && this.nodes.length <= hopsMax) {
      const target = follow(root, reference);
      if (target === undefined) {
        return;
      }
      this.nodes.push(target);
      const next = memberOf(target, "$ref");
      reference = next?.kind === "string" ? this.textOf(next) : undefined;
    }
  }

  node(keyword: string): JsonNode | undefined {
    return this.nodes.map((node) => memberOf(node, keyword)).find((each) => each !== undefined);
  }

  /** A number as it was typed. */
  number(keyword: string): string | undefined {
    const node = this.node(keyword);
    return node?.kind === "number" ? this.text.slice(node.from, node.to) : undefined;
  }

  string(keyword: string): string | undefined {
    const node = this.node(keyword);
    return node?.kind === "string" ? this.textOf(node) : undefined;
  }

  isTrue(keyword: string): boolean {
    const node = this.node(keyword);
    return node?.kind === "boolean" && this.text[node.from] === "t";
  }

  /** A value as people would say it. */
  said(node: JsonNode): string {
    return node.kind === "string"
      ? pageTexts.constraints.quoted(this.textOf(node))
      : this.text.slice(node.from, node.to);
  }

  private textOf(node: JsonNode): string {
    return JSON.parse(this.text.slice(node.from, node.to)) as string;
  }
}

function wordsOf(property: Keywords): string[] {
  const only = property.node("const");
  const allowed = property.node("enum");
  if (only !== undefined) {
    return [pageTexts.constraints.only(property.said(only))];
  }
  if (allowed?.kind === "array" && allowed.items.length > 0) {
    return [pageTexts.constraints.oneOf(allowed.items.map((item) => property.said(item)))];
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

function memberOf(node: JsonNode, name: string): JsonNode | undefined {
  // Of two with the same name the last one counts.
  return node.members.findLast((member) => member.name === name)?.value;
}

function follow(root: JsonNode, reference: string): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of segmentsOf(reference.slice(1))) {
    node = node && memberOf(node, step);
  }
  return node;
}
