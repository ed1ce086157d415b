import type { AuditAction } from "../../api/schema";
import { readInstant, readText } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";

/** What narrows the trail, and which of its pages; lives in the URL and nowhere else. */
export interface AuditFilters {
  action?: AuditAction | undefined;
  /** Who did it: the id of a user or an API key. */
  actorId?: string | undefined;
  /** The id of the thing it was done to. */
  targetId?: string | undefined;
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
    actorId: readId(search, "actorId"),
    targetId: readText(search, "targetId"),
    from: readInstant(search, "from"),
    to: readInstant(search, "to"),
    cursor: readText(search, "cursor"),
  };
}

function readId(search: URLSearchParams, name: string): string | undefined {
  const id = readText(search, name);
  return id !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? id
    : undefined;
}
