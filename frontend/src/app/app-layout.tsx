import { AppShell, Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { NavLink, useLocation, useNavigation } from "react-router";
import { useFocusOnNewPage } from "../lib/use-focus-on-new-page";
import { texts } from "../texts/texts";
import classes from "./app-layout.module.css";

export interface Destination {
  to: string;
  icon: ReactNode;
  label: string;
}

interface AppLayoutProps {
  /** What the pages are about. */
  name: string;
  destinations: Destination[];
  switcher: ReactNode;
  userMenu: ReactNode;
  children: ReactNode;
}

export function AppLayout({ name, destinations, switcher, userMenu, children }: AppLayoutProps) {
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
        <span className={classes.headerName}>{name}</span>
      </AppShell.Header>
      <AppShell.Navbar className={classes.sidebar} withBorder aria-label={texts.shell.navigation}>
        {switcher}
        <ul className={classes.links}>
          {destinations.map(({ to, icon, label }) => (
            <li key={to}>
              <NavLink to={to} className={classes.link}>
                {icon}
                {label}
              </NavLink>
            </li>
          ))}
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
        <div className={classes.page}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
