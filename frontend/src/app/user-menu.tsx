import { Alert, Menu, UnstyledButton } from "@mantine/core";
import { Link, useLocation } from "react-router";
import type { MeResponse } from "../api/schema";
import { ChevronIcon, SignOutIcon, UserIcon } from "../components/icons";
import classes from "../components/sidebar-button.module.css";
import { useSignOut } from "../features/identity/queries";
import { paths } from "../lib/paths";
import { texts } from "../texts/texts";

interface UserMenuProps {
  me: MeResponse;
}

export function UserMenu({ me }: UserMenuProps) {
  const signOut = useSignOut();
  const { pathname, search } = useLocation();
  return (
    <div>
      {signOut.isError && (
        <Alert role="alert" color="red" mb="xs" p="xs">
          {texts.shell.signOutFailed} {signOut.error.message}
        </Alert>
      )}
      <Menu position="top-start" width="target">
        <Menu.Target>
          <UnstyledButton className={classes.root} aria-label={texts.shell.account(me.name)}>
            <span className={classes.avatar} data-round aria-hidden="true">
              {me.name.slice(0, 1).toUpperCase()}
            </span>
            <span className={classes.lines}>
              <span className={classes.strong}>{me.name}</span>
              <span className={classes.weak}>{me.email}</span>
            </span>
            <ChevronIcon />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={paths.account}
            state={{ from: pathname + search }}
            leftSection={<UserIcon />}
          >
            {texts.shell.ownAccount}
          </Menu.Item>
          <Menu.Item
            leftSection={<SignOutIcon />}
            onClick={() => signOut.mutate()}
            disabled={signOut.isPending}
          >
            {texts.shell.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
