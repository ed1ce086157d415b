import type { ReactNode } from "react";
import type { Permission } from "../api/schema";
import { EmptyState } from "../components/empty-state";
import { ShieldIcon } from "../components/icons";
import { useRouteParam } from "../lib/use-route-param";
import { texts } from "../texts/texts";
import { NotFoundPage } from "./not-found-page";
import { type Access, useAccess } from "./use-me";

interface PermittedProps {
  to: Permission;
  children: (access: Access) => ReactNode;
}

/** A page of an organization, for whom it is permitted; the others are told why it is not there. */
export function Permitted({ to, children }: PermittedProps) {
  const access = useAccess(useRouteParam("organizationId"));
  if (access === undefined) {
    return <NotFoundPage isInLayout />;
  }
  if (access.can(to)) {
    return children(access);
  }
  return (
    <>
      <title>{texts.common.pageTitle(texts.notAllowed.title)}</title>
      <EmptyState
        level={1}
        icon={<ShieldIcon size={20} />}
        title={texts.notAllowed.title}
        text={texts.notAllowed.text(texts.roles[access.membership.role])}
      />
    </>
  );
}
