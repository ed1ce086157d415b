import { useQuery } from "@tanstack/react-query";
import { DeliveryContent } from "../../components/delivery/delivery-content";
import classes from "../../components/delivery/delivery-detail.module.css";
import { DeliveryFacts } from "../../components/delivery/delivery-facts";
import { DeliveryHeadline } from "../../components/delivery/delivery-headline";
import { DetailError, DetailSkeleton } from "../../components/delivery/detail-states";
import { deliveryQuery } from "./queries";

interface DeliveryDetailProps {
  organizationId: string;
  deliveryId: string;
}

export function DeliveryDetail({ organizationId, deliveryId }: DeliveryDetailProps) {
  const query = useQuery(deliveryQuery(organizationId, deliveryId));
  const { data: delivery, error } = query;
  if (delivery === undefined) {
    return error === null ? (
      <DetailSkeleton />
    ) : (
      <DetailError error={error} onRetry={query.refetch} isRetrying={query.isFetching} />
    );
  }
  return (
    <article>
      <DeliveryHeadline delivery={delivery} />
      <div className={classes.columns}>
        <DeliveryFacts delivery={delivery} />
        <div className={classes.content}>
          <DeliveryContent delivery={delivery} />
        </div>
      </div>
    </article>
  );
}
