import { Button, Group } from "@mantine/core";
import { Link } from "react-router";
import { BackIcon, ForwardIcon } from "../../components/icons";
import { texts } from "../../texts/texts";
import { type DeliveryFilters, writeFilters } from "./filters";
import classes from "./paging.module.css";

interface PagingProps {
  filters: DeliveryFilters;
  nextCursor: string | null | undefined;
  count: number;
}

export function Paging({ filters, nextCursor, count }: PagingProps) {
  const pageAt = (cursor: string | undefined) => ({
    search: writeFilters({ ...filters, cursor }).toString(),
  });
  return (
    <nav className={classes.root} aria-label={texts.deliveries.paging}>
      <span className={classes.count}>{texts.deliveries.count(count)}</span>
      <Group gap="xs">
        {filters.cursor !== undefined && (
          <Button
            component={Link}
            to={pageAt(undefined)}
            variant="default"
            leftSection={<BackIcon />}
          >
            {texts.deliveries.newest}
          </Button>
        )}
        {nextCursor && (
          <Button
            component={Link}
            to={pageAt(nextCursor)}
            variant="default"
            rightSection={<ForwardIcon />}
          >
            {texts.deliveries.older}
          </Button>
        )}
      </Group>
    </nav>
  );
}
