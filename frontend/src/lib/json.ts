const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The same JSON with lines broken and indented; undefined if the text is no JSON or nests too deep
 * to be read. Works on the text
 * and not on the parsed value, which would lose long numbers and repeated names.
 */
export function prettyJson(text: string): string | undefined {
  if (!isJson(text)) {
    return undefined;
  }
  const tokens = text.match(token) ?? [];
  if (isTooDeep(tokens)) {
    return undefined;
  }
  let depth = 0;
  let pretty = "";
  const newLine = () => `\n${"  ".repeat(depth)}`;
  tokens.forEach((part, index) => {
    const previous = tokens[index - 1];
    const isAfterOpening = previous === "{" || previous === "[";
    if (part === "}" || part === "]") {
      depth -= 1;
      pretty += isAfterOpening ? part : newLine() + part;
      return;
    }
    if (isAfterOpening) {
      pretty += newLine();
    }
    if (part === "{" || part === "[") {
      depth += 1;
    }
    pretty += part;
    if (part === ",") {
      pretty += newLine();
    } else if (part === ":") {
      pretty += " ";
    }
  });
  return pretty;
}

/** Indentation grows with depth: a stranger's thousands of brackets would fill the memory. */
function isTooDeep(tokens: string[]): boolean {
  let depth = 0;
  return tokens.some((part) => {
    if (part === "{" || part === "[") {
      depth += 1;
    } else if (part === "}" || part === "]") {
      depth -= 1;
    }
    return depth > 64;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the text stands for; undefined if it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
