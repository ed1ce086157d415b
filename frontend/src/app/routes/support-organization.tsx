import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { BackLink } from "../../components/back-link";
import { PageHeader } from "../../components/page-header";
import { DefinitionList } from "../../features/support/definition-list";
import { everyOrganizationQuery } from "../../features/support/queries";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const { data: organizations = [] } = useQuery(everyOrganizationQuery);
  const organization = organizations.find(({ id }) => id === organizationId);
  return (
    <>
      <BackLink to={paths.supportOrganizations}>{pageTexts.support.backToOrganizations}</BackLink>
      <PageHeader
        title={organization?.name ?? pageTexts.support.organization}
        intro={pageTexts.support.webhooksIntro}
      >
        <Button
          component={Link}
          to={paths.supportDeliveries(`?organization=${organizationId}`)}
          variant="default"
        >
          {pageTexts.support.seeDeliveries}
        </Button>
      </PageHeader>
      <DefinitionList organizationId={organizationId} />
    </>
  );
}
