import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { DeliveryResponse } from "../../api/schema";
import { Attempts } from "../../components/delivery/attempts";
import { DeliveryContent } from "../../components/delivery/delivery-content";
import classes from "../../components/delivery/delivery-detail.module.css";
import { DeliveryFacts, Fact } from "../../components/delivery/delivery-facts";
import { DeliveryHeadline } from "../../components/delivery/delivery-headline";
import { DetailError, DetailSkeleton } from "../../components/delivery/detail-states";
import { Timeline } from "../../components/delivery/timeline";
import { ShieldIcon } from "../../components/icons";
import { asList } from "../../lib/language";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { maskedDeliveryQuery } from "./queries";
import { Reveal } from "./reveal";
import ownClasses from "./reveal.module.css";

interface MaskedDetailProps {
  organizationId: string;
  deliveryId: string;
}

/** A delivery as support staff see it: masked, until they say why they need to see more. */
export function MaskedDetail({ organizationId, deliveryId }: MaskedDetailProps) {
  const query = useQuery(maskedDeliveryQuery(organizationId, deliveryId));
  // Kept nowhere but here, so that leaving the page masks it again.
  const [revealed, setRevealed] = useState<DeliveryResponse>();
  const { data: masked, error } = query;
  if (masked === undefined) {
    return error === null ? (
      <DetailSkeleton />
    ) : (
      <DetailError error={error} onRetry={query.refetch} isRetrying={query.isFetching} />
    );
  }
  const { organizationName } = masked;
  return (
    <article>
      <DeliveryHeadline delivery={revealed ?? masked} />
      <div className={classes.columns}>
        <div className={classes.content}>
          {revealed === undefined ? (
            <>
              <Reveal delivery={masked} onRevealed={setRevealed} />
              <Timeline delivery={masked} />
              <Attempts attempts={masked.attempts} isMasked />
            </>
          ) : (
            <>
              <div role="status" className={ownClasses.revealed}>
                <ShieldIcon size={18} />
                <div>
                  <p className={ownClasses.revealedTitle}>{pageTexts.support.revealedTitle}</p>
                  <p className={ownClasses.revealedText}>
                    {pageTexts.support.revealedText(organizationName)}
                  </p>
                </div>
              </div>
              {revealed.masked.length > 0 && (
                <p className={ownClasses.text}>
                  {pageTexts.support.stillMasked(asList(revealed.masked))}
                </p>
              )}
              <DeliveryContent delivery={revealed} />
            </>
          )}
        </div>
        <DeliveryFacts delivery={masked}>
          <Fact name={pageTexts.support.organization} isWide>
            <Anchor component={Link} fz="inherit" to={paths.supportOrganization(organizationId)}>
              {organizationName}
            </Anchor>
          </Fact>
        </DeliveryFacts>
      </div>
    </article>
  );
}
