const token = /"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g;

interface Container {
  pointer: string;
  /** Undefined for an object. */
  index: number | undefined;
  name: string;
}

/**
 * On which line, counted from 0, each value of a JSON text stands: by its JSON Pointer. A member of
 * an object stands where its name does.
 */
export function linesOfValues(json: string): Map<string, number> {
  const lines = new Map<string, number>();
  const open: Container[] = [];
  let line = 0;
  let isNameNext = false;
  const place = () => {
    const at = open.at(-1);
    const pointer = at === undefined ? "" : `${at.pointer}/${at.index ?? escaped(at.name)}`;
    if (at === undefined || at.index !== undefined) {
      lines.set(pointer, line);
    }
    return pointer;
  };
  for (const part of json.match(token) ?? []) {
    const at = open.at(-1);
    if (part === "\n") {
      line += 1;
    } else if (part === "{" || part === "[") {
      open.push({ pointer: place(), index: part === "[" ? 0 : undefined, name: "" });
      isNameNext = part === "{";
    } else if (part === "}" || part === "]") {
      open.pop();
      isNameNext = false;
    } else if (part === ",") {
      isNameNext = at?.index === undefined;
      if (at?.index !== undefined) {
        at.index += 1;
      }
    } else if (part === ":") {
      isNameNext = false;
    } else if (isNameNext && at !== undefined) {
      at.name = nameOf(part);
      lines.set(`${at.pointer}/${escaped(at.name)}`, line);
    } else {
      place();
    }
  }
  return lines;
}

/** The line of a value, or of what it is missing in. */
export function lineOfPointer(lines: Map<string, number>, pointer: string): number {
  const line = lines.get(pointer);
  if (line !== undefined || pointer === "") {
    return line ?? 0;
  }
  return lineOfPointer(lines, pointer.slice(0, Math.max(0, pointer.lastIndexOf("/"))));
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
