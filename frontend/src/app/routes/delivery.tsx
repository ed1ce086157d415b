import { useQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { BackLink } from "../../components/back-link";
import { fieldLabelsQuery } from "../../features/actions/queries";
import { DeliveryDetail } from "../../features/deliveries/delivery-detail";
import { batchOfLink, searchOfList } from "../../lib/list-search";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";
import { useAccess } from "../use-me";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const deliveryId = useRouteParam("deliveryId");
  const access = useAccess(organizationId);
  const fieldLabels = useQuery(fieldLabelsQuery(organizationId));
  const { state } = useLocation();
  const batchId = batchOfLink(state);
  const listSearch = searchOfList(state);
  return (
    <>
      {batchId === undefined ? (
        <BackLink to={paths.deliveries(organizationId, listSearch)}>
          {pageTexts.delivery.back}
        </BackLink>
      ) : (
        <BackLink to={paths.batch(organizationId, batchId, listSearch)}>
          {pageTexts.delivery.backToBatch}
        </BackLink>
      )}
      <DeliveryDetail
        key={deliveryId}
        organizationId={organizationId}
        deliveryId={deliveryId}
        fieldLabels={fieldLabels.data}
        canReplay={access?.can("REPLAY_DELIVERIES") ?? false}
        canReveal={access?.can("REVEAL_SENSITIVE") ?? false}
      />
    </>
  );
}
