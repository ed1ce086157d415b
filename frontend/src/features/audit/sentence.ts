import type { AuditEventResponse } from "../../api/schema";
import { asRole } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

/** What happened, as one would tell it. */
export function sentenceOf(event: AuditEventResponse): string {
  return pageTexts.audit.actions[event.action].sentence({
    who: actorOf(event),
    target: targetOf(event),
    before: words(event.before),
    after: words(event.after),
  });
}

/** Who did it. */
export function actorOf({ actorKind, actorName }: AuditEventResponse): string {
  const name = actorName || pageTexts.audit.actors.nobody;
  switch (actorKind) {
    case "USER":
      return name;
    case "SUPPORT":
      return pageTexts.audit.actors.support(name);
    case "API_KEY":
      return pageTexts.audit.actors.apiKey(name);
    case "STRANGER":
      return pageTexts.audit.actors.stranger;
    case "OPERATOR":
      return pageTexts.audit.actors.operator;
  }
}

/** What it was done to; undefined if that has no name. */
export function targetOf({ targetName }: AuditEventResponse): string | undefined {
  return targetName || undefined;
}

function words(values: AuditEventResponse["before"]): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, wordOf(String(value))]),
  );
}

function wordOf(value: string): string {
  const role = asRole(value);
  return role === undefined ? value : texts.roles[role];
}

/** What leads to others about the same thing; undefined where only an id is known of it. */
export function onlyAbout(event: AuditEventResponse | undefined): string {
  return event !== undefined && deliveryOf(event) !== undefined
    ? pageTexts.audit.onlyAboutDelivery
    : pageTexts.audit.onlyAbout(event && targetOf(event));
}

/** The id of the delivery that it was done to: its name is that of its webhook. */
export function deliveryOf({ action, targetId }: AuditEventResponse): string | undefined {
  const isOfDelivery = action === "DELIVERY_REVEALED" || action === "DELIVERY_REPLAYED";
  return isOfDelivery && targetId ? targetId : undefined;
}
