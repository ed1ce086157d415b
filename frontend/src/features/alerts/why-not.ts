import type { AlertMessageResponse } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";

/** Why the last attempt was none that counts; empty if it was taken. */
export function whyNot({
  failure,
  statusCode,
}: Pick<AlertMessageResponse, "failure" | "statusCode">) {
  if (failure == null) {
    return "";
  }
  const why = pageTexts.alerts.failures[failure];
  return statusCode == null ? why : why.replace(/\.$/, `${pageTexts.alerts.status(statusCode)}.`);
}
