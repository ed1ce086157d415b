import { Button, Group } from "@mantine/core";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
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
  /** Leads to the page before, where the list can be read backwards. */
  previousCursor?: string | null | undefined;
  count: string | undefined;
  /** What the ways to other pages are called, where the order is not one of time. */
  older?: string;
  newest?: string;
}

/** The foot of a list that comes in pages. */
export function Paging({
  label,
  filters,
  nextCursor,
  previousCursor,
  count,
  older = texts.paging.older,
  newest = texts.paging.newest,
}: PagingProps) {
  return (
    <nav className={classes.root} aria-label={label}>
      <span className={classes.count}>{count}</span>
      <Group gap="xs">
        {filters.cursor !== undefined && (
          <NewestLink
            filters={filters}
            icon={previousCursor ? undefined : <BackIcon />}
            text={newest}
          />
        )}
        {previousCursor && (
          <Button
            component={Link}
            to={pageAt(filters, previousCursor)}
            variant="default"
            leftSection={<BackIcon />}
          >
            {texts.paging.newer}
          </Button>
        )}
        {nextCursor && (
          <Button
            component={Link}
            to={pageAt(filters, nextCursor)}
            variant="default"
            rightSection={<ForwardIcon />}
          >
            {older}
          </Button>
        )}
      </Group>
    </nav>
  );
}

/** Leads to where a list begins once another of its pages was chosen, at its foot. */
export function useTopOfPage(top: RefObject<HTMLElement | null>, cursor: string | undefined) {
  const shown = useRef(cursor);
  useEffect(() => {
    if (shown.current !== cursor) {
      shown.current = cursor;
      top.current?.scrollIntoView({ block: "start", behavior: "instant" });
    }
  }, [top, cursor]);
}

interface NewestLinkProps {
  filters: object;
  icon?: ReactNode;
  text?: string;
}

/** To the first page of the same list. */
export function NewestLink({ filters, icon, text = texts.paging.newest }: NewestLinkProps) {
  return (
    <Button component={Link} to={pageAt(filters, undefined)} variant="default" leftSection={icon}>
      {text}
    </Button>
  );
}

function pageAt(filters: object, cursor: string | undefined) {
  return { search: writeFilters({ ...filters, cursor }).toString() };
}
