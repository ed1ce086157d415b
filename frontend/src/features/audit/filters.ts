import type { AuditAction } from "../../api/schema";
import { readInstant, readText } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";

/** What narrows the trail, and which of its pages; lives in the URL and nowhere else. */
export interface AuditFilters {
  action?: AuditAction | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

const actions = Object.keys(pageTexts.audit.actions) as AuditAction[];

export const actionOptions = actions.map((value) => ({
  value,
  label: pageTexts.audit.actions[value].label,
}));

export function readFilters(search: URLSearchParams): AuditFilters {
  const action = readText(search, "action");
  return {
    action: actions.find((each) => each === action),
    from: readInstant(search, "from"),
    to: readInstant(search, "to"),
    cursor: readText(search, "cursor"),
  };
}
