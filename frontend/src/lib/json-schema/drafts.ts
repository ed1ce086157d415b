import { readJsonText } from "../json-text";

/** The drafts of JSON Schema that Inlet speaks, by the name that the API gives them, newest first. */
export const drafts = [
  { name: "2020-12", uri: "https://json-schema.org/draft/2020-12/schema" },
  { name: "2019-09", uri: "https://json-schema.org/draft/2019-09/schema" },
  { name: "draft-07", uri: "http://json-schema.org/draft-07/schema#" },
  { name: "draft-06", uri: "http://json-schema.org/draft-06/schema#" },
  { name: "draft-04", uri: "http://json-schema.org/draft-04/schema#" },
] as const;

export type DraftName = (typeof drafts)[number]["name"];

export const newestDraft: DraftName = drafts[0].name;

export function uriOf(draft: DraftName): string {
  return drafts.find(({ name }) => name === draft)?.uri ?? "";
}

/** The same text saying another draft, and not a character of it changed otherwise; undefined if it is no object. */
export function withDraft(text: string, draft: DraftName): string | undefined {
  const root = readJsonText(text);
  if (root?.kind !== "object") {
    return undefined;
  }
  const uri = JSON.stringify(uriOf(draft));
  const said = root.members.find(({ name }) => name === "$schema");
  if (said !== undefined) {
    return text.slice(0, said.value.from) + uri + text.slice(said.value.to);
  }
  const [first] = root.members;
  const inside = root.from + 1;
  const member = `"$schema": ${uri}`;
  if (first === undefined) {
    return `${text.slice(0, inside)}\n  ${member}\n${text.slice(root.to - 1)}`;
  }
  // As the first member is indented, so is this one.
  const space = text.slice(inside, first.from);
  return `${text.slice(0, inside)}${space}${member},${space === "" ? " " : space}${text.slice(first.from)}`;
}
