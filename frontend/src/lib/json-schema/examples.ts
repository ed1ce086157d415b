import { type JsonNode, readJsonText } from "../json-text";

/** The first value that says something of each property in a sample, as it was typed. */
export function examplesOf(sample: string): Map<string, string> {
  const root = readJsonText(sample);
  const objects = root?.kind === "array" ? root.items : root === undefined ? [] : [root];
  const found = new Map<string, string>();
  for (const { name, value } of objects.flatMap(({ members }) => members)) {
    if (value.kind !== "null" && !found.has(name)) {
      found.set(name, said(sample, value));
    }
  }
  return found;
}

function said(sample: string, { kind, from, to }: JsonNode): string {
  const typed = sample.slice(from, to);
  return kind === "string" ? (JSON.parse(typed) as string) : typed;
}
