import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { writeFilters } from "../lib/filters";
import { texts } from "../texts/texts";
import { BackIcon, ForwardIcon } from "./icons";
import classes from "./paging.module.css";

interface PagingProps {
  label: string;
  /** What the page shows, the cursor included. */
  filters: { cursor?: string | undefined };
  nextCursor: string | null | undefined;
  count: string;
}

/** The foot of a list that comes in pages. */
export function Paging({ label, filters, nextCursor, count }: PagingProps) {
  return (
    <nav className={classes.root} aria-label={label}>
      <span className={classes.count}>{count}</span>
      <Group gap="xs">
        {filters.cursor !== undefined && <NewestLink filters={filters} icon={<BackIcon />} />}
        {nextCursor && (
          <Button
            component={Link}
            to={pageAt(filters, nextCursor)}
            variant="default"
            rightSection={<ForwardIcon />}
          >
            {texts.paging.older}
          </Button>
        )}
      </Group>
    </nav>
  );
}

interface NewestLinkProps {
  filters: object;
  icon?: ReactNode;
}

/** To the first page of the same list. */
export function NewestLink({ filters, icon }: NewestLinkProps) {
  return (
    <Button component={Link} to={pageAt(filters, undefined)} variant="default" leftSection={icon}>
      {texts.paging.newest}
    </Button>
  );
}

function pageAt(filters: object, cursor: string | undefined) {
  return { search: writeFilters({ ...filters, cursor }).toString() };
}
