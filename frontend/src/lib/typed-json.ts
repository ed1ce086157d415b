import { parseJson } from "./json";

/**
 * An object as JSON, in which some members stand as somebody typed them: parsing would round their
 * long numbers. What was typed and is no JSON does not get in.
 */
export function withTyped(members: object, typed: Record<string, string>): string {
  const written = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typed[name];
      const isJson = text !== undefined && parseJson(text) !== undefined;
      return `${JSON.stringify(name)}:${isJson ? text : JSON.stringify(value)}`;
    });
  return `{${written.join()}}`;
}
