import { Alert } from "@mantine/core";
import { Outlet, useLocation } from "react-router";
import { BackLink } from "../components/back-link";
import { SignOutIcon } from "../components/icons";
import { WorkButton } from "../components/work-button";
import { useSignOut } from "../features/identity/queries";
import { isOfSupport, organizationOf, paths } from "../lib/paths";
import { useFocusOnNewPage } from "../lib/use-focus-on-new-page";
import { texts } from "../texts/texts";
import classes from "./plain-layout.module.css";
import { useMe } from "./use-me";

/** The pages of whoever is signed in that are about no organization. */
export function Component() {
  const { pathname } = useLocation();
  const main = useFocusOnNewPage(pathname);
  const wayBack = useWayBack();
  const signOut = useSignOut();
  return (
    <div className={classes.root}>
      <nav className={classes.head} aria-label={texts.shell.navigation}>
        <BackLink to={wayBack.to}>
          <span className={classes.clipped}>{wayBack.text}</span>
        </BackLink>
        <WorkButton
          variant="subtle"
          color="gray"
          leftSection={<SignOutIcon />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {texts.shell.signOut}
        </WorkButton>
      </nav>
      <main ref={main} tabIndex={-1} className={classes.main}>
        {signOut.isError && (
          <Alert role="alert" color="red" mb="md">
            {texts.shell.signOutFailed} {signOut.error.message}
          </Alert>
        )}
        <Outlet />
      </main>
    </div>
  );
}

/** To the page one came from, if one still belongs to its organization, or to the support console. */
function useWayBack() {
  const { memberships, isSupport } = useMe();
  const from = pageBefore(useLocation().state);
  if (isSupport) {
    return { to: isOfSupport(from) ? from : paths.support, text: texts.shell.backToSupport };
  }
  const current = memberships.find((each) => each.organizationId === organizationOf(from));
  const organization = current ?? memberships[0];
  return {
    to: current === undefined ? paths.home : from,
    text:
      organization === undefined
        ? texts.shell.back
        : texts.shell.backTo(organization.organizationName),
  };
}

function pageBefore(state: unknown): string {
  const isKnown = typeof state === "object" && state !== null && "from" in state;
  return isKnown && typeof state.from === "string" ? state.from : paths.home;
}
