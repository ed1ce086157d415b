import { Outlet, useParams } from "react-router";
import {
  AuditIcon,
  BellIcon,
  ConnectionIcon,
  DeliveriesIcon,
  KeyIcon,
  PeopleIcon,
  SettingsIcon,
  WebhookIcon,
} from "../../components/icons";
import { FailingBanner } from "../../features/connection/failing-banner";
import { OrganizationSwitcher } from "../../features/organizations/organization-switcher";
import { SecondFactorDemanded } from "../../features/organizations/second-factor-demanded";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { AppLayout } from "../app-layout";
import { NotFoundPage } from "../not-found-page";
import { type Access, useAccess, useMe } from "../use-me";
import { UserMenu } from "../user-menu";

export function Component() {
  const { organizationId = "" } = useParams();
  const me = useMe();
  const access = useAccess(organizationId);
  if (access === undefined) {
    return <NotFoundPage />;
  }
  const current = access.membership;
  const isBarred = current.requiresSecondFactor && !me.hasSecondFactor;
  return (
    <AppLayout
      key={current.organizationId}
      name={current.organizationName}
      destinations={isBarred ? [] : destinations(access)}
      switcher={<OrganizationSwitcher current={current} memberships={me.memberships} />}
      userMenu={<UserMenu me={me} />}
    >
      {isBarred ? (
        <SecondFactorDemanded text={pageTexts.demanded.text(current.organizationName)} />
      ) : (
        <>
          {access.can("VIEW_CONNECTION") && (
            <FailingBanner
              organizationId={current.organizationId}
              canMend={access.can("EDIT_CONNECTION")}
            />
          )}
          <Outlet />
        </>
      )}
    </AppLayout>
  );
}

/** The pages that a role may see. */
function destinations({ membership, can }: Access) {
  const id = membership.organizationId;
  return [
    {
      permission: "VIEW_WEBHOOKS" as const,
      to: paths.webhooks(id),
      icon: <WebhookIcon size={18} />,
      label: texts.shell.webhooks,
    },
    {
      permission: "VIEW_DELIVERIES" as const,
      to: paths.deliveries(id),
      icon: <DeliveriesIcon size={18} />,
      label: texts.shell.deliveries,
    },
    {
      permission: "VIEW_CONNECTION" as const,
      to: paths.connection(id),
      icon: <ConnectionIcon size={18} />,
      label: texts.shell.connection,
    },
    {
      permission: "VIEW_ALERTS" as const,
      to: paths.alerts(id),
      icon: <BellIcon size={18} />,
      label: texts.shell.alerts,
    },
    {
      permission: "VIEW_MEMBERS" as const,
      to: paths.people(id),
      icon: <PeopleIcon size={18} />,
      label: texts.shell.people,
    },
    {
      permission: "MANAGE_API_KEYS" as const,
      to: paths.apiKeys(id),
      icon: <KeyIcon size={18} />,
      label: texts.shell.apiKeys,
    },
    {
      permission: "VIEW_AUDIT_EVENTS" as const,
      to: paths.audit(id),
      icon: <AuditIcon size={18} />,
      label: texts.shell.audit,
    },
    {
      permission: "VIEW_ORGANIZATION" as const,
      to: paths.settings(id),
      icon: <SettingsIcon size={18} />,
      label: texts.shell.settings,
    },
  ].filter(({ permission }) => can(permission));
}
