import { Alert, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/problem";
import type { InvitationResponse, Role } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import tableClasses from "../../components/data-table.module.css";
import { ProblemAlert } from "../../components/problem-alert";
import { Section } from "../../components/section";
import { SkeletonRows } from "../../components/skeleton-rows";
import { useConfirmed } from "../../components/use-confirmed";
import * as pageTexts from "../../texts/page-texts";
import classes from "./invitation-list.module.css";
import { InvitationRow } from "./invitation-row";
import { invitationsQuery, resendInvitation, revokeInvitation } from "./queries";

interface InvitationListProps {
  organizationId: string;
  viewerRole: Role;
}

/** The open invitations; for whoever may invite. */
export function InvitationList({ organizationId, viewerRole }: InvitationListProps) {
  const queryClient = useQueryClient();
  const query = useQuery(invitationsQuery(organizationId));
  const { data: invitations, error } = query;
  const reload = () => queryClient.invalidateQueries(invitationsQuery(organizationId));
  const resend = useMutation<InvitationResponse, ApiProblem, InvitationResponse>({
    mutationFn: ({ id }) => resendInvitation(organizationId, id),
    onSettled: reload,
  });
  const revoke = useConfirmed<InvitationResponse>(
    ({ id }) => revokeInvitation(organizationId, id),
    reload,
  );
  return (
    <Section title={pageTexts.people.invitations}>
      {resend.isError && (
        <div className={classes.note}>
          <ProblemAlert
            title={pageTexts.people.resendFailed(resend.variables.email)}
            error={resend.error}
          />
        </div>
      )}
      {resend.isSuccess && (
        <Alert className={`${classes.note} ${classes.resent}`} color="green" role="status">
          {(resend.data.isMailed ? pageTexts.people.resent : pageTexts.people.renewed)(
            resend.data.email,
          )}
        </Alert>
      )}
      {invitations === undefined && error !== null ? (
        <ProblemAlert
          title={pageTexts.people.invitationsFailed}
          error={error}
          onRetry={query.refetch}
          isRetrying={query.isFetching}
        />
      ) : invitations?.length === 0 ? (
        <p className={tableClasses.muted}>{pageTexts.people.noInvitations}</p>
      ) : (
        <div className={tableClasses.frame}>
          <table
            className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
            aria-label={pageTexts.people.invitations}
            aria-busy={invitations === undefined}
          >
            <thead>
              <tr>
                <th>{pageTexts.people.email}</th>
                <th className={classes.role}>{pageTexts.people.role}</th>
                <th className={classes.invitedBy}>{pageTexts.people.invitedBy}</th>
                <th className={classes.expires}>{pageTexts.people.expires}</th>
                <th className={classes.actions}>
                  <VisuallyHidden>{pageTexts.people.actions}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {invitations === undefined ? (
                <SkeletonRows columns={5} rows={2} rowClassName={tableClasses.row} />
              ) : (
                invitations.map((invitation) => (
                  <InvitationRow
                    key={invitation.id}
                    invitation={invitation}
                    viewerRole={viewerRole}
                    isResending={resend.isPending && resend.variables.id === invitation.id}
                    onResend={() => resend.mutate(invitation)}
                    onRevoke={() => revoke.ask(invitation)}
                  />
                ))
              )}
            </tbody>
          </table>
        </div>
      )}
      <ConfirmDialog
        {...revoke.dialog}
        title={pageTexts.people.revokeTitle(revoke.subject?.email ?? "")}
        text={pageTexts.people.revokeText}
        confirm={pageTexts.people.revoke}
      />
    </Section>
  );
}
