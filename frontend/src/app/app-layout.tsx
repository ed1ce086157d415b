import { Burger } from "@mantine/core";
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
    <>
      <a className={classes.skip} href="#main">
        {texts.shell.skip}
      </a>
      <header className={classes.header}>
        <Burger
          opened={isOpen}
          onClick={toggle}
          size="sm"
          aria-expanded={isOpen}
          aria-label={isOpen ? texts.shell.closeNavigation : texts.shell.openNavigation}
        />
        <span className={classes.headerName}>{name}</span>
      </header>
      <nav
        className={classes.sidebar}
        data-open={isOpen || undefined}
        aria-label={texts.shell.navigation}
      >
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
      </nav>
      <main id="main" ref={main} tabIndex={-1} className={classes.main} aria-busy={isNavigating}>
        <div className={classes.page}>{children}</div>
      </main>
    </>
  );
}
