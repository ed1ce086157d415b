import { useQuery } from "@tanstack/react-query";
import { BackLink } from "../../components/back-link";
import { Definition } from "../../features/support/definition";
import { everyOrganizationQuery } from "../../features/support/queries";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const webhookId = useRouteParam("webhookId");
  const { data: organizations = [] } = useQuery(everyOrganizationQuery);
  const organization = organizations.find(({ id }) => id === organizationId);
  return (
    <>
      <BackLink to={paths.supportOrganization(organizationId)}>
        {organization?.name ?? pageTexts.support.organization}
      </BackLink>
      <Definition organizationId={organizationId} webhookId={webhookId} />
    </>
  );
}
