import { Anchor } from "@mantine/core";
import { asProblem } from "../../../api/problem";
import { asAgo } from "../../../lib/relative-time";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./read-at.module.css";

interface ReadAtProps {
  /** When it was read of the tenant's iMIS. */
  readAt: string;
  /** What is read again. */
  what: string;
  onRefresh: () => void;
  isRefreshing: boolean;
  /** Why it could not be read again. */
  error: unknown;
}

/** How old it is what iMIS said, and a way to ask again. */
export function ReadAt({ readAt, what, onRefresh, isRefreshing, error }: ReadAtProps) {
  return (
    <p className={classes.line}>
      <span role="status">
        {isRefreshing
          ? pageTexts.wizard.refreshing
          : pageTexts.wizard.readAt(asAgo(readAt, Date.now()))}
      </span>
      {" · "}
      <Anchor
        component="button"
        type="button"
        inherit
        underline="always"
        aria-label={pageTexts.wizard.refreshWhat(what)}
        aria-disabled={isRefreshing}
        onClick={() => isRefreshing || onRefresh()}
      >
        {pageTexts.wizard.refresh}
      </Anchor>
      {Boolean(error) && !isRefreshing && (
        <span role="alert" className={classes.failed}>
          {asProblem(error).message}
        </span>
      )}
    </p>
  );
}
