import { AppShell, Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef } from "react";
import { NavLink, Outlet, useLocation, useNavigation } from "react-router";
import { DeliveriesIcon, WebhookIcon } from "../components/icons";
import { paths } from "../lib/paths";
import { texts } from "../texts/texts";
import classes from "./app-layout.module.css";

interface AppLayoutProps {
  organizationId: string;
  organizationName: string;
  switcher: ReactNode;
  userMenu: ReactNode;
}

export function AppLayout({
  organizationId,
  organizationName,
  switcher,
  userMenu,
}: AppLayoutProps) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const isNavigating = useNavigation().state !== "idle";
  const main = useFocusOnNewPage(pathname, close);
  return (
    <AppShell
      padding={0}
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
    >
      <a className={classes.skip} href="#main">
        {texts.shell.skip}
      </a>
      <AppShell.Header className={classes.header} hiddenFrom="sm">
        <Burger
          opened={isOpen}
          onClick={toggle}
          size="sm"
          aria-label={isOpen ? texts.shell.closeNavigation : texts.shell.openNavigation}
        />
        <span className={classes.headerName}>{organizationName}</span>
      </AppShell.Header>
      <AppShell.Navbar className={classes.sidebar} withBorder aria-label={texts.shell.navigation}>
        {switcher}
        <ul className={classes.links}>
          <NavigationItem to={paths.webhooks(organizationId)} icon={<WebhookIcon size={18} />}>
            {texts.shell.webhooks}
          </NavigationItem>
          <NavigationItem to={paths.deliveries(organizationId)} icon={<DeliveriesIcon size={18} />}>
            {texts.shell.deliveries}
          </NavigationItem>
        </ul>
        {userMenu}
      </AppShell.Navbar>
      <AppShell.Main
        id="main"
        ref={main}
        tabIndex={-1}
        className={classes.main}
        aria-busy={isNavigating}
      >
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

interface NavigationItemProps {
  to: string;
  icon: ReactNode;
  children: ReactNode;
}

function NavigationItem({ to, icon, children }: NavigationItemProps) {
  return (
    <li>
      <NavLink to={to} className={classes.link}>
        {icon}
        {children}
      </NavLink>
    </li>
  );
}

/** Takes the keyboard and the screen reader to a page that has just replaced another. */
function useFocusOnNewPage(pathname: string, onNewPage: () => void) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      onNewPage();
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname, onNewPage]);
  return main;
}
