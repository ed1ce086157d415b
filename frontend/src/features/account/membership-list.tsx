import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { refreshMe } from "../../api/me";
import type { Membership, MeResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import { ConfirmDialog } from "../../components/confirm-dialog";
import classes from "../../components/row-list.module.css";
import { SettingsSection } from "../../components/settings-section";
import { useConfirmed } from "../../components/use-confirmed";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import accountClasses from "./account.module.css";
import { leaveOrganization } from "./queries";

export function MembershipList({ me }: { me: MeResponse }) {
  const queryClient = useQueryClient();
  const leave = useConfirmed<Membership>(
    ({ organizationId }) => leaveOrganization(organizationId),
    ({ organizationId }) => {
      queryClient.removeQueries({ queryKey: [organizationId] });
      return refreshMe(queryClient);
    },
  );
  return (
    <SettingsSection
      title={pageTexts.account.organizations}
      text={pageTexts.account.organizationsText}
    >
      {me.memberships.length === 0 && (
        <p className={accountClasses.text}>{pageTexts.account.noOrganizations}</p>
      )}
      <ul className={classes.root} aria-label={pageTexts.account.organizations}>
        {me.memberships.map((membership) => (
          <MembershipRow
            key={membership.organizationId}
            membership={membership}
            onLeave={() => leave.ask(membership)}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        <Button component={Link} to={paths.newOrganization} variant="default">
          {pageTexts.account.createOrganization}
        </Button>
      </div>
      <ConfirmDialog
        {...leave.dialog}
        title={pageTexts.account.leaveTitle(leave.subject?.organizationName ?? "")}
        text={pageTexts.account.leaveText}
        confirm={pageTexts.account.leave}
      />
    </SettingsSection>
  );
}

interface MembershipRowProps {
  membership: Membership;
  onLeave: () => void;
}

function MembershipRow({ membership, onLeave }: MembershipRowProps) {
  const name = membership.organizationName;
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <div className={classes.name}>
          {name}
          {membership.requiresSecondFactor && (
            <Badge tone="blue">{pageTexts.account.takesSecondFactor}</Badge>
          )}
        </div>
        <div className={classes.sub}>{texts.roles[membership.role]}</div>
      </div>
      <Button
        variant="default"
        size="xs"
        onClick={onLeave}
        aria-label={pageTexts.account.leaveOf(name)}
      >
        {pageTexts.account.leave}
      </Button>
    </li>
  );
}
