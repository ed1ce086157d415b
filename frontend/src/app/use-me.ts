import { useQuery } from "@tanstack/react-query";
import { useRouteLoaderData } from "react-router";
import { meQuery } from "../api/me";
import type { Membership, MeResponse, Permission } from "../api/schema";
import { permissionsQuery } from "../features/people/queries";

export const userRoute = "user";

/** Who is signed in; only for pages under the route that sees to it. */
export function useMe(): MeResponse {
  const loaded = useRouteLoaderData<MeResponse>(userRoute);
  const { data: me = loaded } = useQuery(meQuery);
  if (me === undefined) {
    throw new Error("This page is not under the route that loads the user");
  }
  return me;
}

/** What whoever is signed in is in an organization, and what that permits. */
export interface Access {
  membership: Membership;
  can: (permission: Permission) => boolean;
}

/** Undefined if they do not belong to it. */
export function useAccess(organizationId: string): Access | undefined {
  const { memberships } = useMe();
  const { data: permissions = [] } = useQuery(permissionsQuery);
  const membership = memberships.find((each) => each.organizationId === organizationId);
  return (
    membership && {
      membership,
      can: (permission) =>
        permissions
          .find((each) => each.permission === permission)
          ?.roles.includes(membership.role) ?? false,
    }
  );
}
