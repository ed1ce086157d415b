import { Button } from "@mantine/core";
import { Link } from "react-router";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { DeliveriesIcon, SearchIcon } from "../../components/icons";
import { NewestLink } from "../../components/paging";
import { isFiltered } from "../../lib/filters";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import type { WebhookOption } from "./filter-bar";
import type { DeliveryFilters } from "./filters";

interface NoDeliveriesProps {
  organizationId: string;
  filters: DeliveryFilters;
  /** The one that was chosen. */
  webhook: WebhookOption | undefined;
  /** Whether all payloads were looked through. */
  isSearchedWhole: boolean;
}

export function NoDeliveries(props: NoDeliveriesProps) {
  return <div className={tableClasses.frame}>{why(props)}</div>;
}

function why({ organizationId, filters, webhook, isSearchedWhole }: NoDeliveriesProps) {
  if (filters.cursor !== undefined) {
    return (
      <EmptyState icon={<DeliveriesIcon size={20} />} {...end(isSearchedWhole)}>
        <NewestLink filters={filters} />
      </EmptyState>
    );
  }
  if (isFiltered(filters)) {
    return (
      <EmptyState icon={<SearchIcon size={20} />} {...found(filters, webhook, isSearchedWhole)} />
    );
  }
  return (
    <EmptyState
      icon={<DeliveriesIcon size={20} />}
      title={pageTexts.deliveries.emptyTitle}
      text={pageTexts.deliveries.emptyText}
    >
      <Button component={Link} to={paths.webhooks(organizationId)} variant="default">
        {pageTexts.deliveries.emptyAction}
      </Button>
    </EmptyState>
  );
}

/** There are no older ones, as far as was looked. */
function end(isSearchedWhole: boolean): { title: string; text: string } {
  return isSearchedWhole
    ? { title: pageTexts.deliveries.endTitle, text: pageTexts.deliveries.endText }
    : { title: pageTexts.deliveries.notFoundTitle, text: pageTexts.deliveries.partlySearched };
}

/** A search says "none" only of what it looked through. */
function found(
  { q, property }: DeliveryFilters,
  webhook: WebhookOption | undefined,
  isSearchedWhole: boolean,
): { title: string; text: string } {
  if (webhook !== undefined && property !== undefined && isAmong(webhook.unsearched, property)) {
    return {
      title: pageTexts.deliveries.notSearchedTitle(property),
      text: pageTexts.deliveries.notSearchedText(webhook.name),
    };
  }
  if (!isSearchedWhole) {
    return {
      title: pageTexts.deliveries.notFoundTitle,
      text: pageTexts.deliveries.partlySearched,
    };
  }
  return q === undefined && property === undefined
    ? { title: pageTexts.deliveries.noMatchTitle, text: pageTexts.deliveries.noMatchText }
    : { title: pageTexts.deliveries.notFoundTitle, text: pageTexts.deliveries.notFoundText };
}

/** However it is written: so it is masked, too. */
function isAmong(names: readonly string[], property: string): boolean {
  const key = (name: string) => name.normalize("NFKC").trim().toLowerCase();
  return names.some((name) => key(name) === key(property));
}
