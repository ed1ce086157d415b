import type { ReactNode } from "react";
import type { DeliveryResponse } from "../../api/schema";
import { asBytes } from "../../lib/bytes";
import { asDuration } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import { CopyButton } from "../copy-button";
import { ExactTime } from "../exact-time";
import classes from "./delivery-detail.module.css";
import { VersionLink } from "./version-link";

interface DeliveryFactsProps {
  delivery: Pick<
    DeliveryResponse,
    | "id"
    | "receivedAt"
    | "webhookName"
    | "version"
    | "statusCode"
    | "recordId"
    | "sourceAddress"
    | "bodyBytes"
    | "finishedAt"
  > & { isBodyWithheld?: boolean };
  /** Where versions of its webhook are shown; undefined where they are not to be seen. */
  versionPath?: ((version: number) => string) | undefined;
  /** What else is to be known of it, at the head. */
  children?: ReactNode;
}

export function DeliveryFacts({ delivery, versionPath, children }: DeliveryFactsProps) {
  const { receivedAt, finishedAt } = delivery;
  return (
    <aside className={classes.facts} aria-label={pageTexts.delivery.facts}>
      <dl>
        {children}
        <Fact name={pageTexts.delivery.received}>
          <ExactTime instant={receivedAt} />
        </Fact>
        <Fact name={pageTexts.delivery.webhook} isWide>
          {delivery.webhookName ?? pageTexts.deliveries.unnamedWebhook},{" "}
          <VersionLink version={delivery.version} versionPath={versionPath} />
        </Fact>
        <Fact name={pageTexts.delivery.answered}>
          {delivery.statusCode ?? pageTexts.delivery.notAnswered}
        </Fact>
        <Fact name={pageTexts.delivery.duration}>
          {finishedAt ? asDuration(receivedAt, finishedAt) : pageTexts.delivery.underWay}
        </Fact>
        <Fact name={pageTexts.delivery.record}>
          {delivery.recordId ? (
            <span className={classes.mono}>{delivery.recordId}</span>
          ) : (
            pageTexts.delivery.noRecord
          )}
        </Fact>
        <Fact name={pageTexts.delivery.source}>
          <span className={classes.mono}>{delivery.sourceAddress}</span>
        </Fact>
        <Fact name={pageTexts.delivery.size}>
          {delivery.isBodyWithheld ? pageTexts.delivery.notStored : asBytes(delivery.bodyBytes)}
        </Fact>
        <Fact name={pageTexts.delivery.id} isWide>
          <span className={classes.withButton}>
            <span className={classes.mono}>{delivery.id}</span>
            <CopyButton text={delivery.id} label={pageTexts.delivery.copyId} />
          </span>
        </Fact>
      </dl>
    </aside>
  );
}

interface FactProps {
  name: string;
  /** Whether it may need the whole width where facts stand side by side. */
  isWide?: boolean;
  children: ReactNode;
}

export function Fact({ name, isWide = false, children }: FactProps) {
  return (
    <div className={isWide ? `${classes.fact} ${classes.wide}` : classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
