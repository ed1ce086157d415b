import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { DeliveryList } from "../../features/deliveries/delivery-list";
import { FilterBar } from "../../features/deliveries/filter-bar";
import { readFilters } from "../../features/deliveries/filters";
import { RefreshButton } from "../../features/deliveries/refresh-button";
import { webhooksQuery } from "../../features/webhooks/queries";
import { writeFilters } from "../../lib/filters";
import { useRouteParam } from "../../lib/use-route-param";
import { texts } from "../../texts/texts";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const [search, setSearch] = useSearchParams();
  const webhooks = useQuery(webhooksQuery(organizationId));
  const filters = readFilters(search);
  return (
    <>
      <PageHeader title={texts.deliveries.title} intro={texts.deliveries.intro}>
        <RefreshButton organizationId={organizationId} />
      </PageHeader>
      <FilterBar
        filters={filters}
        webhooks={webhooks.data ?? []}
        onChange={(changed) => setSearch(writeFilters(changed))}
      />
      <DeliveryList organizationId={organizationId} filters={filters} />
    </>
  );
}
