import type { TextProblem } from "../../../components/code-editor/mounted-editor";
import { jsonSyntaxProblem } from "../../../lib/json-syntax";
import * as pageTexts from "../../../texts/page-texts";

/** Where and why a text is no JSON; empty if it is. */
export function syntaxProblems(text: string): TextProblem[] {
  const found = jsonSyntaxProblem(text);
  return found === undefined ? [] : [{ ...found, message: pageTexts.jsonSyntax[found.fault] }];
}
