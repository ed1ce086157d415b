const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The same JSON with lines broken and indented; undefined if the text is no JSON. Works on the text
 * and not on the parsed value, which would lose long numbers and repeated names.
 */
export function prettyJson(text: string): string | undefined {
  if (!isJson(text)) {
    return undefined;
  }
  const tokens = text.match(token) ?? [];
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

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
