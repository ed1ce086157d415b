import { Outlet } from "react-router";
import { AuditIcon, DeliveriesIcon, OrganizationsIcon } from "../../components/icons";
import { SecondFactorDemanded } from "../../features/organizations/second-factor-demanded";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { AppLayout } from "../app-layout";
import { NotFoundPage } from "../not-found-page";
import { useMe } from "../use-me";
import { UserMenu } from "../user-menu";
import classes from "./support.module.css";

const destinations = [
  {
    to: paths.supportDeliveries(),
    icon: <DeliveriesIcon size={18} />,
    label: texts.shell.deliveries,
  },
  {
    to: paths.supportOrganizations,
    icon: <OrganizationsIcon size={18} />,
    label: texts.shell.organizations,
  },
  { to: paths.supportEvents, icon: <AuditIcon size={18} />, label: texts.shell.events },
];

/** The support console; for everybody else there is no such thing. */
export function Component() {
  const me = useMe();
  if (!me.isSupport) {
    return <NotFoundPage />;
  }
  return (
    <AppLayout
      name={texts.shell.supportConsole}
      destinations={me.hasSecondFactor ? destinations : []}
      switcher={<p className={classes.name}>{texts.shell.supportConsole}</p>}
      userMenu={<UserMenu me={me} />}
    >
      {me.hasSecondFactor ? (
        <Outlet />
      ) : (
        <SecondFactorDemanded text={pageTexts.support.secondFactorText} />
      )}
    </AppLayout>
  );
}
