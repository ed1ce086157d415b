import type { TextProblem } from "../../../components/code-editor/mounted-editor";
import { jsonSyntaxProblem } from "../../../lib/json-syntax";
import { texts } from "../../../texts/texts";

/** Where and why a text is no JSON; empty if it is. */
export function syntaxProblems(text: string): TextProblem[] {
  const found = jsonSyntaxProblem(text);
  return found === undefined ? [] : [{ ...found, message: texts.jsonSyntax[found.fault] }];
}
