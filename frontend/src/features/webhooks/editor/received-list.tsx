import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../api/schema";
import { OutcomeBadge } from "../../../components/delivery/outcome-badge";
import { ExactTime } from "../../../components/exact-time";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import classes from "./received.module.css";
import { lastDeliveriesQuery } from "./received-queries";

interface ReceivedListProps {
  organizationId: string;
  webhookId: string;
  onChoose: (delivery: DeliverySummary) => void;
}

/** The last deliveries of a webhook, as the items of a menu. */
export function ReceivedList({ organizationId, webhookId, onChoose }: ReceivedListProps) {
  const { data, error } = useQuery(lastDeliveriesQuery(organizationId, webhookId));
  if (data === undefined) {
    return (
      <Menu.Label>
        {error === null ? texts.common.loading : pageTexts.previewStep.receivedFailed}
      </Menu.Label>
    );
  }
  if (data.items.length === 0) {
    return <Menu.Label>{pageTexts.previewStep.receivedNone}</Menu.Label>;
  }
  return (
    <>
      <Menu.Label>{pageTexts.previewStep.receivedLast}</Menu.Label>
      {data.items.map((delivery) => (
        <Menu.Item
          key={delivery.id}
          rightSection={<OutcomeBadge outcome={delivery.outcome} />}
          onClick={() => onChoose(delivery)}
        >
          <span className={classes.time}>
            <ExactTime instant={delivery.receivedAt} />
          </span>
        </Menu.Item>
      ))}
    </>
  );
}
