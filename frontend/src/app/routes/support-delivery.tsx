import { useLocation } from "react-router";
import { BackLink } from "../../components/back-link";
import { MaskedDetail } from "../../features/support/masked-detail";
import { searchOfList } from "../../lib/list-search";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const deliveryId = useRouteParam("deliveryId");
  const listSearch = searchOfList(useLocation().state);
  return (
    <>
      <BackLink to={paths.supportDeliveries(listSearch)}>
        {pageTexts.support.backToDeliveries}
      </BackLink>
      <MaskedDetail key={deliveryId} organizationId={organizationId} deliveryId={deliveryId} />
    </>
  );
}
