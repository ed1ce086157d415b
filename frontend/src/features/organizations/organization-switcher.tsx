import { Menu, UnstyledButton } from "@mantine/core";
import { Link, useLocation } from "react-router";
import type { Membership } from "../../api/schema";
import { CheckIcon, PlusIcon, SwitchIcon } from "../../components/icons";
import classes from "../../components/sidebar-button.module.css";
import { paths } from "../../lib/paths";
import { texts } from "../../texts/texts";

interface OrganizationSwitcherProps {
  current: Membership;
  memberships: Membership[];
}

export function OrganizationSwitcher({ current, memberships }: OrganizationSwitcherProps) {
  const { pathname, search } = useLocation();
  return (
    <Menu position="bottom-start" width="target">
      <Menu.Target>
        <UnstyledButton
          className={classes.root}
          aria-label={texts.common.named(texts.shell.switchOrganization, current.organizationName)}
        >
          <OrganizationName membership={current} />
          <SwitchIcon />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.shell.switchOrganization}</Menu.Label>
        {memberships.map((membership) => (
          <Menu.Item
            key={membership.organizationId}
            component={Link}
            to={paths.webhooks(membership.organizationId)}
            aria-current={membership.organizationId === current.organizationId || undefined}
            rightSection={membership.organizationId === current.organizationId && <CheckIcon />}
          >
            {membership.organizationName}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={paths.newOrganization}
          state={{ from: pathname + search }}
          leftSection={<PlusIcon />}
        >
          {texts.shell.createOrganization}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function OrganizationName({ membership }: { membership: Membership }) {
  return (
    <>
      <span className={classes.avatar} aria-hidden="true">
        {membership.organizationName.slice(0, 1).toUpperCase()}
      </span>
      <span className={classes.lines}>
        <span className={classes.strong}>{membership.organizationName}</span>
        <span className={classes.weak}>{texts.roles[membership.role]}</span>
      </span>
    </>
  );
}
