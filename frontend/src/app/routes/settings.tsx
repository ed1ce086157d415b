import { useQueryClient } from "@tanstack/react-query";
import { refreshMe } from "../../api/me";
import { PageHeader } from "../../components/page-header";
import { OrganizationSettings } from "../../features/organizations/organization-settings";
import { texts } from "../../texts/texts";
import { Permitted } from "../permitted";

export function Component() {
  const queryClient = useQueryClient();
  return (
    <Permitted to="VIEW_ORGANIZATION">
      {({ membership, can }) => (
        <>
          <PageHeader title={texts.settings.title} intro={texts.settings.intro} />
          <OrganizationSettings
            organizationId={membership.organizationId}
            canEdit={can("EDIT_ORGANIZATION")}
            onChanged={() => refreshMe(queryClient)}
          />
        </>
      )}
    </Permitted>
  );
}
