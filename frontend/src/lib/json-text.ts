/** A value of a JSON text, with where it stands: `from` is its first character, `to` is behind its last. */
export interface JsonNode {
  kind: "object" | "array" | "string" | "number" | "boolean" | "null";
  from: number;
  to: number;
  /** Of an object. */
  members: JsonMember[];
  /** Of an array. */
  items: JsonNode[];
}

export interface JsonMember {
  name: string;
  /** Where its name stands, quotes included. */
  from: number;
  to: number;
  value: JsonNode;
}

/** A stretch of one line; lines and columns count from 1. */
export interface TextPlace {
  line: number;
  column: number;
  endColumn: number;
}

// As deep as the backend reads; a stranger's thousands of brackets must not fill the stack.
const depthMax = 64;

/** The parts of a JSON text and where they stand; undefined if it is no JSON or nests too deep. */
export function readJsonText(text: string): JsonNode | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/y;
  let at = 0;
  const next = () => {
    while (/\s/.test(text[at] ?? "")) {
      at++;
    }
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? "";
    const from = at;
    at += found.length;
    return { found, from };
  };
  const read = ({ found, from }: ReturnType<typeof next>, depth: number): JsonNode | undefined => {
    const node: JsonNode = { kind: kindOf(found), from, to: at, members: [], items: [] };
    if (found !== "{" && found !== "[") {
      return node;
    }
    if (depth === depthMax) {
      return undefined;
    }
    for (let part = next(); part.found !== "}" && part.found !== "]"; part = next()) {
      if (part.found === ",") {
        continue;
      }
      const nameEnd = at;
      const name = found === "{" ? part : undefined;
      if (name !== undefined) {
        next(); // The colon.
      }
      const value = read(name === undefined ? part : next(), depth + 1);
      if (value === undefined) {
        return undefined;
      }
      if (name === undefined) {
        node.items.push(value);
      } else {
        node.members.push({
          name: JSON.parse(name.found) as string,
          from: name.from,
          to: nameEnd,
          value,
        });
      }
    }
    return { ...node, to: at };
  };
  return read(next(), 0);
}

function kindOf(token: string): JsonNode["kind"] {
  switch (token[0]) {
    case "{":
      return "object";
    case "[":
      return "array";
    case '"':
      return "string";
    case "t":
    case "f":
      return "boolean";
    case "n":
      return "null";
    default:
      return "number";
  }
}

/**
 * Where the value stands that a JSON Pointer leads to; if there is none, the nearest value around
 * it. Undefined if the text cannot be read.
 */
export function locate(text: string, pointer: string): TextPlace | undefined {
  return placesIn(text)(pointer);
}

/** The same for any number of pointers: the text is read once. */
export function placesIn(text: string): (pointer: string) => TextPlace | undefined {
  const root = readJsonText(text);
  return (pointer) => {
    const node = root && nearest(root, segmentsOf(pointer));
    if (node === undefined) {
      return undefined;
    }
    const isShort = node.kind !== "object" && node.kind !== "array";
    return placeOf(text, node.from, isShort ? node.to : node.from + 1);
  };
}

function nearest(root: JsonNode, steps: string[]): JsonNode {
  let node = root;
  for (const step of steps) {
    const next: JsonNode | undefined =
      node.kind === "array"
        ? node.items[Number(step)]
        : node.members.findLast(({ name }) => name === step)?.value;
    if (next === undefined) {
      break;
    }
    node = next;
  }
  return node;
}

/** A member of an object as it stands in the object's text; empty if there is none. */
export function memberText(text: string, name: string): string {
  const value = readJsonText(text)?.members.findLast((member) => member.name === name)?.value;
  return value === undefined ? "" : text.slice(value.from, value.to);
}

/** Which stretch of its line an offset and the one behind it are. */
export function placeOf(text: string, from: number, to: number): TextPlace {
  const before = text.slice(0, from);
  const start = before.lastIndexOf("\n") + 1;
  const column = from - start + 1;
  return { line: before.split("\n").length, column, endColumn: column + to - from };
}

export function segmentsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((each) => each.replaceAll("~1", "/").replaceAll("~0", "~"));
}
