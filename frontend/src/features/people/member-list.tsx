import { VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/problem";
import type { Member, Membership, Role } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import tableClasses from "../../components/data-table.module.css";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { useConfirmed } from "../../components/use-confirmed";
import { includesRole } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./member-list.module.css";
import { MemberRow } from "./member-row";
import { changeRole, membersQuery, removeMember } from "./queries";

interface MemberListProps {
  /** As what the viewer looks at them. */
  membership: Membership;
  viewerId: string;
  canManage: boolean;
  /** After the viewer's own role has changed. */
  onOwnRoleChanged: () => unknown;
}

interface RoleChange {
  member: Member;
  role: Role;
}

export function MemberList({ membership, viewerId, canManage, onOwnRoleChanged }: MemberListProps) {
  const { organizationId, organizationName } = membership;
  const queryClient = useQueryClient();
  const { data: members, error, refetch, isFetching } = useQuery(membersQuery(organizationId));
  const reload = () => queryClient.invalidateQueries(membersQuery(organizationId));

  const send = ({ member, role }: RoleChange) => changeRole(organizationId, member.userId, role);
  const change = useMutation<Member, ApiProblem, RoleChange>({
    mutationFn: send,
    onSettled: reload,
  });
  const changeOwn = useConfirmed<RoleChange>(send, async () => {
    await Promise.all([reload(), onOwnRoleChanged()]);
  });
  const remove = useConfirmed<Member>(({ userId }) => removeMember(organizationId, userId), reload);

  const choose = (member: Member, role: Role) => {
    const losesRights = member.userId === viewerId && !includesRole(role, member.role);
    return losesRights ? changeOwn.ask({ member, role }) : change.mutate({ member, role });
  };

  if (members === undefined && error !== null) {
    return (
      <ProblemAlert
        title={pageTexts.people.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  return (
    <>
      {change.isError && (
        <div className={classes.problem}>
          <ProblemAlert
            title={pageTexts.people.roleFailed(change.variables.member.name)}
            error={change.error}
          />
        </div>
      )}
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
          aria-label={pageTexts.people.members}
          aria-busy={members === undefined}
        >
          <thead>
            <tr>
              <th>{pageTexts.people.name}</th>
              <th className={classes.role}>{pageTexts.people.role}</th>
              <th className={classes.factor}>{pageTexts.people.secondFactor}</th>
              <th className={classes.joined}>{pageTexts.people.joined}</th>
              {canManage && (
                <th className={classes.actions}>
                  <VisuallyHidden>{pageTexts.people.actions}</VisuallyHidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {members === undefined ? (
              <SkeletonRows columns={canManage ? 5 : 4} rows={4} rowClassName={tableClasses.row} />
            ) : (
              members.map((member) => (
                <MemberRow
                  key={member.userId}
                  member={member}
                  viewer={{ id: viewerId, role: membership.role, canManage }}
                  isChanging={change.isPending && change.variables.member.userId === member.userId}
                  onRole={(role) => choose(member, role)}
                  onRemove={() => remove.ask(member)}
                />
              ))
            )}
          </tbody>
        </table>
      </div>
      {members !== undefined && (
        <p className={tableClasses.foot}>{pageTexts.people.count(members.length)}</p>
      )}
      <ConfirmDialog
        {...remove.dialog}
        title={pageTexts.people.removeTitle(remove.subject?.name ?? "")}
        text={pageTexts.people.removeText(remove.subject?.name ?? "", organizationName)}
        confirm={pageTexts.people.remove}
      />
      <ConfirmDialog
        {...changeOwn.dialog}
        title={pageTexts.people.lowerOwnTitle}
        text={pageTexts.people.lowerOwnText(texts.roles[changeOwn.subject?.role ?? "VIEWER"])}
        confirm={pageTexts.people.changeRole}
      />
    </>
  );
}
