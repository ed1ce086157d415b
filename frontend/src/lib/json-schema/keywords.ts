import { type JsonNode, readJsonText, segmentsOf } from "../json-text";

// References may lead in a circle.
const hopsMax = 8;

/**
 * The properties that a schema names, each with its keywords; works on the text, in which long
 * numbers are as they were typed.
 */
export function propertiesOf(schemaText: string): Map<string, Keywords> {
  const root = readJsonText(schemaText);
  const properties = (root && memberOf(root, "properties")?.members) ?? [];
  return new Map(
    properties.map(({ name, value }) => [name, new Keywords(schemaText, root ?? value, value)]),
  );
}

/** The keywords of one property, those that it refers to included. */
export class Keywords {
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

  /** The property itself as it was typed, without what it refers to. */
  asTyped(): string {
    const [property] = this.nodes;
    return property === undefined ? "" : this.text.slice(property.from, property.to);
  }

  /** A value as it was typed; text without what encloses it. */
  textOf(node: JsonNode): string {
    const typed = this.text.slice(node.from, node.to);
    return node.kind === "string" ? (JSON.parse(typed) as string) : typed;
  }
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
