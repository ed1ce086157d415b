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
    <SettingsSection title={texts.account.organizations} text={texts.account.organizationsText}>
      {me.memberships.length === 0 && (
        <p className={accountClasses.text}>{texts.account.noOrganizations}</p>
      )}
      <ul className={classes.root} aria-label={texts.account.organizations}>
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
          {texts.account.createOrganization}
        </Button>
      </div>
      <ConfirmDialog
        {...leave.dialog}
        title={texts.account.leaveTitle(leave.subject?.organizationName ?? "")}
        text={texts.account.leaveText}
        confirm={texts.account.leave}
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
            <Badge tone="blue">{texts.account.takesSecondFactor}</Badge>
          )}
        </div>
        <div className={classes.sub}>{texts.roles[membership.role]}</div>
      </div>
      <Button
        variant="default"
        size="xs"
        onClick={onLeave}
        aria-label={texts.account.leaveOf(name)}
      >
        {texts.account.leave}
      </Button>
    </li>
  );
}
