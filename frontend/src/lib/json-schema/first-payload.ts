import { prettyJson } from "../json";
import { readJsonText } from "../json-text";

/** The first payload of a sample, which is one or a list of them, as it was typed. */
export function firstPayloadOf(sample: string): string {
  const root = readJsonText(sample);
  const first = root?.kind === "array" ? root.items[0] : root;
  const text = first === undefined ? "" : sample.slice(first.from, first.to);
  return prettyJson(text) ?? text;
}
