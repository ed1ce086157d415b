import type { ReactNode } from "react";
import type { DeliverySummary } from "../../api/schema";
import { asMoment } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./delivery-detail.module.css";
import { hintOn } from "./hint";
import { OutcomeBadge } from "./outcome-badge";
import { sentenceOf } from "./sentence";

interface DeliveryHeadlineProps {
  delivery: Pick<DeliverySummary, "outcome" | "reason" | "error" | "receivedAt">;
  /** What can be done with it. */
  children?: ReactNode;
}

/** What became of a delivery, and what that means. */
export function DeliveryHeadline({ delivery, children }: DeliveryHeadlineProps) {
  const { meaning } = texts.outcomes[delivery.outcome];
  const { error, reason, receivedAt } = delivery;
  const sentence = sentenceOf({ error, reason, receivedAt });
  const hint = hintOn(delivery);
  return (
    <>
      <title>
        {texts.common.pageTitle(pageTexts.deliveries.open(asMoment(delivery.receivedAt)))}
      </title>
      <div className={classes.headline}>
        <h1 className={classes.title}>{pageTexts.delivery.title}</h1>
        <OutcomeBadge outcome={delivery.outcome} />
        {children !== undefined && <div className={classes.headlineActions}>{children}</div>}
      </div>
      <p className={classes.sentence}>{sentence ?? meaning}</p>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {sentence !== undefined && <p className={classes.meaning}>{meaning}</p>}
    </>
  );
}
