import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { DeliveryResponse } from "../../api/schema";
import { DeliveryContent } from "../../components/delivery/delivery-content";
import classes from "../../components/delivery/delivery-detail.module.css";
import { DeliveryFacts, Fact } from "../../components/delivery/delivery-facts";
import { DeliveryHeadline } from "../../components/delivery/delivery-headline";
import { DetailError, DetailSkeleton } from "../../components/delivery/detail-states";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { CopyCurl } from "./copy-curl";
import { MaskedNotice } from "./masked-notice";
import { deliveryQuery } from "./queries";
import { Replay } from "./replay";

interface DeliveryDetailProps {
  organizationId: string;
  deliveryId: string;
  /** What fields of records are called on screen, by the name that iMIS gives them. */
  fieldLabels: ReadonlyMap<string, string> | undefined;
  /** Whether whoever looks may have its action run once more. */
  canReplay: boolean;
  /** Whether whoever looks may see what is masked. */
  canReveal: boolean;
}

export function DeliveryDetail({
  organizationId,
  deliveryId,
  fieldLabels,
  canReplay,
  canReveal,
}: DeliveryDetailProps) {
  const query = useQuery(deliveryQuery(organizationId, deliveryId));
  const { data: known, error } = query;
  // Not in the cache, which other pages read; gone as soon as there is news of the delivery.
  const [revealed, setRevealed] = useState<{ of: DeliveryResponse; whole: DeliveryResponse }>();
  const delivery =
    revealed !== undefined && revealed.of === known ? { ...known, ...revealed.whole } : known;
  if (known === undefined || delivery === undefined) {
    return error === null ? (
      <DetailSkeleton />
    ) : (
      <DetailError error={error} onRetry={query.refetch} isRetrying={query.isFetching} />
    );
  }
  const versionPath = (version: number) =>
    paths.webhookVersions(organizationId, delivery.webhookId, `?version=${version}`);
  return (
    <article>
      <DeliveryHeadline delivery={delivery}>
        <CopyCurl organizationId={organizationId} delivery={delivery} />
        {canReplay && <Replay organizationId={organizationId} delivery={delivery} />}
      </DeliveryHeadline>
      {delivery.masked.length > 0 && (
        <MaskedNotice
          organizationId={organizationId}
          delivery={delivery}
          canReveal={canReveal}
          onRevealed={(whole) => setRevealed({ of: known, whole })}
        />
      )}
      <div className={classes.columns}>
        <div className={classes.content}>
          <DeliveryContent
            delivery={delivery}
            fieldLabels={fieldLabels}
            versionPath={versionPath}
          />
        </div>
        <DeliveryFacts delivery={delivery} versionPath={versionPath}>
          {delivery.duplicateOf && (
            <Fact name={pageTexts.deliveryDetail.first} isWide>
              <Anchor
                component={Link}
                fz="inherit"
                underline="always"
                to={paths.delivery(organizationId, delivery.duplicateOf)}
              >
                {pageTexts.deliveryDetail.openFirst}
              </Anchor>
            </Fact>
          )}
        </DeliveryFacts>
      </div>
    </article>
  );
}
