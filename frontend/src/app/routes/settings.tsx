import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { refreshMe } from "../../api/me";
import { PageHeader } from "../../components/page-header";
import { Retention } from "../../features/deliveries/retention";
import { DeleteOrganization } from "../../features/organizations/delete-organization";
import { ExportEverything } from "../../features/organizations/export-everything";
import { OrganizationSettings } from "../../features/organizations/organization-settings";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";

export function Component() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // Home leads to an organization that one belongs to, so that has to be known first.
  const leave = async (organizationId: string) => {
    await refreshMe(queryClient);
    await navigate(paths.home, { replace: true });
    queryClient.removeQueries({ queryKey: [organizationId] });
  };
  return (
    <Permitted to="VIEW_ORGANIZATION">
      {({ membership, can }) => (
        <>
          <PageHeader title={pageTexts.settings.title} intro={pageTexts.settings.intro} />
          <OrganizationSettings
            organizationId={membership.organizationId}
            canEdit={can("EDIT_ORGANIZATION")}
            onChanged={() => refreshMe(queryClient)}
          />
          <Retention
            organizationId={membership.organizationId}
            canEdit={can("EDIT_ORGANIZATION")}
          />
          {can("EXPORT_ORGANIZATION") && (
            <ExportEverything organizationId={membership.organizationId} />
          )}
          {can("DELETE_ORGANIZATION") && (
            <DeleteOrganization
              membership={membership}
              onDeleted={() => leave(membership.organizationId)}
            />
          )}
        </>
      )}
    </Permitted>
  );
}
