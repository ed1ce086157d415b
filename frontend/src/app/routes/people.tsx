import { useQueryClient } from "@tanstack/react-query";
import { refreshMe } from "../../api/me";
import { PageHeader } from "../../components/page-header";
import { InvitationList } from "../../features/people/invitation-list";
import { Invite } from "../../features/people/invite";
import { MemberList } from "../../features/people/member-list";
import { RoleTable } from "../../features/people/role-table";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";
import { useMe } from "../use-me";

export function Component() {
  const me = useMe();
  const queryClient = useQueryClient();
  return (
    <Permitted to="VIEW_MEMBERS">
      {({ membership, can }) => {
        const canManage = can("MANAGE_MEMBERS");
        return (
          <>
            <PageHeader title={pageTexts.people.title} intro={pageTexts.people.intro}>
              {canManage ? <Invite membership={membership} /> : undefined}
            </PageHeader>
            <MemberList
              membership={membership}
              viewerId={me.id}
              canManage={canManage}
              onOwnRoleChanged={() => refreshMe(queryClient)}
            />
            {canManage && (
              <InvitationList
                organizationId={membership.organizationId}
                viewerRole={membership.role}
              />
            )}
            <RoleTable />
          </>
        );
      }}
    </Permitted>
  );
}
