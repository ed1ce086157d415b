import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { refreshMe } from "../../api/me";
import { PageHeader } from "../../components/page-header";
import { NewOrganizationForm } from "../../features/organizations/new-organization-form";
import { paths } from "../../lib/paths";
import { texts } from "../../texts/texts";

export function Component() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <>
      <PageHeader title={texts.newOrganization.title} intro={texts.newOrganization.text} />
      <NewOrganizationForm
        onFounded={async (organizationId) => {
          await refreshMe(queryClient);
          await navigate(paths.organization(organizationId));
        }}
      />
    </>
  );
}
