import { Button } from "@mantine/core";
import { Link, Navigate } from "react-router";
import { EmptyState } from "../../components/empty-state";
import { PeopleIcon } from "../../components/icons";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { useMe } from "../use-me";
import { UserMenu } from "../user-menu";
import classes from "./home.module.css";

export function Component() {
  const me = useMe();
  if (me.isSupport) {
    return <Navigate to={paths.support} replace />;
  }
  const first = me.memberships[0];
  if (first !== undefined) {
    return <Navigate to={paths.webhooks(first.organizationId)} replace />;
  }
  return (
    <main className={classes.root}>
      <title>{texts.common.pageTitle(texts.errors.noOrganizationTitle)}</title>
      <EmptyState
        level={1}
        icon={<PeopleIcon size={20} />}
        title={texts.errors.noOrganizationTitle}
        text={texts.errors.noOrganizationText}
      >
        <Button component={Link} to={paths.newOrganization}>
          {pageTexts.account.createOrganization}
        </Button>
      </EmptyState>
      <UserMenu me={me} />
    </main>
  );
}
