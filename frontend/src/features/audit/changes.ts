import type { AuditEventResponse } from "../../api/schema";
import { asExact } from "../../lib/dates";
import { asRole } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export interface Change {
  name: string;
  before: string | undefined;
  after: string | undefined;
}

/** What became different, each thing under the name that people know it by. */
export function changesOf(
  { before, after }: AuditEventResponse,
  names?: ReadonlyMap<string, string>,
): Change[] {
  const old = { ...before } as Record<string, unknown>;
  const current = { ...after } as Record<string, unknown>;
  return [...new Set([...Object.keys(old), ...Object.keys(current)])]
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(current[key]))
    .map((key) => ({
      name: pageTexts.audit.fields[key] ?? key,
      before: asText(old[key], names),
      after: asText(current[key], names),
    }));
}

function asText(
  value: unknown,
  names: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value === "boolean") {
    return value ? pageTexts.audit.yes : pageTexts.audit.no;
  }
  if (typeof value !== "string") {
    return JSON.stringify(value);
  }
  const name = names?.get(value);
  if (name !== undefined) {
    return name;
  }
  const role = asRole(value);
  return role === undefined ? instantOrText(value) : texts.roles[role];
}

function instantOrText(value: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
    ? (asExact(value).split("\n")[0] ?? value)
    : value;
}
