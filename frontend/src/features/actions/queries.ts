import { queryOptions } from "@tanstack/react-query";
import { client, readAll } from "../../api/client";
import type { ActionDescription } from "../../api/schema";

export const actionsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "actions"],
    queryFn: ({ signal }) =>
      readAll<ActionDescription>(() =>
        client.GET("/api/organizations/{organizationId}/actions", {
          params: { path: { organizationId } },
          signal,
        }),
      ),
    staleTime: 5 * 60_000,
  });

/** What each action type is called on screen. */
export const actionLabelsQuery = (organizationId: string) =>
  queryOptions({ ...actionsQuery(organizationId), select: labelsByType });

function labelsByType(actions: ActionDescription[]): ReadonlyMap<string, string> {
  return new Map(actions.map((action) => [action.type, action.label]));
}

/** Each action by its type. */
export const actionsByTypeQuery = (organizationId: string) =>
  queryOptions({ ...actionsQuery(organizationId), select: byType });

function byType(actions: ActionDescription[]): ReadonlyMap<string, ActionDescription> {
  return new Map(actions.map((action) => [action.type, action]));
}

/** What each field of any action is called on screen, by the name that iMIS gives it. */
export const fieldLabelsQuery = (organizationId: string) =>
  queryOptions({ ...actionsQuery(organizationId), select: labelsByField });

function labelsByField(actions: ActionDescription[]): ReadonlyMap<string, string> {
  return new Map(actions.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])));
}
