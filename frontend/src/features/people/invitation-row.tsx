import { Button } from "@mantine/core";
import type { InvitationResponse, Role } from "../../api/schema";
import { Badge } from "../../components/badge";
import { CopyButton } from "../../components/copy-button";
import tableClasses from "../../components/data-table.module.css";
import { ExactTime } from "../../components/exact-time";
import { WorkButton } from "../../components/work-button";
import { asDay } from "../../lib/dates";
import { includesRole } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./invitation-list.module.css";

interface InvitationRowProps {
  invitation: InvitationResponse;
  viewerRole: Role;
  isResending: boolean;
  onResend: () => void;
  onRevoke: () => void;
}

export function InvitationRow({
  invitation,
  viewerRole,
  isResending,
  onResend,
  onRevoke,
}: InvitationRowProps) {
  const { email, role, url, isMailed, expiresAt } = invitation;
  const isExpired = Date.parse(expiresAt) <= Date.now();
  const mayGive = includesRole(viewerRole, role);
  return (
    <tr className={`${tableClasses.row} ${classes.row}`}>
      <td className={classes.email}>{email}</td>
      <td className={classes.role}>
        <span className={tableClasses.caption}>{pageTexts.people.role} </span>
        {texts.roles[role]}
      </td>
      <td
        className={`${classes.invitedBy} ${tableClasses.muted} ${tableClasses.clipped}`}
        title={invitation.invitedBy}
      >
        <span className={tableClasses.caption}>{pageTexts.people.invitedBy} </span>
        {invitation.invitedBy}
      </td>
      <td className={`${classes.expires} ${tableClasses.muted}`}>
        {isExpired ? (
          <Badge tone="amber">{pageTexts.people.isExpired}</Badge>
        ) : (
          <>
            <span className={tableClasses.caption}>{pageTexts.people.expires} </span>
            <ExactTime instant={expiresAt} format={asDay} />
          </>
        )}
      </td>
      <td className={`${classes.actions} ${tableClasses.actions}`}>
        <span className={classes.buttons}>
          {!isExpired && url && (
            <CopyButton
              text={url}
              label={pageTexts.people.copyLinkOf(email)}
              copiedLabel={pageTexts.people.linkCopied}
            />
          )}
          {mayGive && (
            <WorkButton
              variant="subtle"
              color="gray"
              size="xs"
              loading={isResending}
              onClick={onResend}
              aria-label={
                isMailed ? pageTexts.people.resendOf(email) : pageTexts.people.renewOf(email)
              }
            >
              {isMailed ? pageTexts.people.resend : pageTexts.people.renew}
            </WorkButton>
          )}
          {mayGive && (
            <Button
              variant="subtle"
              color="red"
              size="xs"
              onClick={onRevoke}
              aria-label={pageTexts.people.revokeOf(email)}
            >
              {pageTexts.people.revoke}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}
