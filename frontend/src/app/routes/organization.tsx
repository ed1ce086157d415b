import { useParams } from "react-router";
import { OrganizationSwitcher } from "../../features/organizations/organization-switcher";
import { AppLayout } from "../app-layout";
import { NotFoundPage } from "../not-found-page";
import { useMe } from "../use-me";
import { UserMenu } from "../user-menu";

export function Component() {
  const { organizationId } = useParams();
  const me = useMe();
  const current = me.memberships.find((each) => each.organizationId === organizationId);
  if (current === undefined) {
    return <NotFoundPage />;
  }
  return (
    <AppLayout
      key={current.organizationId}
      organizationId={current.organizationId}
      organizationName={current.organizationName}
      switcher={<OrganizationSwitcher current={current} memberships={me.memberships} />}
      userMenu={<UserMenu me={me} />}
    />
  );
}
