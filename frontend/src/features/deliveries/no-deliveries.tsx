import { Button } from "@mantine/core";
import { Link } from "react-router";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { DeliveriesIcon, SearchIcon } from "../../components/icons";
import { NewestLink } from "../../components/paging";
import { isFiltered } from "../../lib/filters";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import type { DeliveryFilters } from "./filters";

interface NoDeliveriesProps {
  organizationId: string;
  filters: DeliveryFilters;
}

export function NoDeliveries({ organizationId, filters }: NoDeliveriesProps) {
  return <div className={tableClasses.frame}>{why(organizationId, filters)}</div>;
}

function why(organizationId: string, filters: DeliveryFilters) {
  if (filters.cursor !== undefined) {
    return (
      <EmptyState
        icon={<DeliveriesIcon size={20} />}
        title={pageTexts.deliveries.endTitle}
        text={pageTexts.deliveries.endText}
      >
        <NewestLink filters={filters} />
      </EmptyState>
    );
  }
  if (isFiltered(filters)) {
    return (
      <EmptyState
        icon={<SearchIcon size={20} />}
        title={pageTexts.deliveries.noMatchTitle}
        text={
          filters.q === undefined
            ? pageTexts.deliveries.noMatchText
            : pageTexts.deliveries.noMatchSearch
        }
      />
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
