import { Link } from "react-router";
import type { WebhookVersionSummary } from "../../../api/schema";
import { Badge } from "../../../components/badge";
import { ExactTime } from "../../../components/exact-time";
import { asMinute } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { type Comparison, searchOf } from "./comparison";
import classes from "./version-list.module.css";

interface VersionListProps {
  versions: WebhookVersionSummary[];
  shown: number | undefined;
  comparison: Comparison;
}

export function VersionList({ versions, shown, comparison }: VersionListProps) {
  return (
    <nav aria-label={pageTexts.versions.list} className={classes.root}>
      <ol className={classes.list}>
        {versions.map(({ number, createdAt, author, isCurrent }) => (
          <li key={number}>
            <Link
              className={classes.link}
              to={{ search: searchOf({ ...comparison, version: number }) }}
              aria-current={number === shown ? "page" : undefined}
              preventScrollReset
            >
              <span className={classes.head}>
                {pageTexts.versions.version(number)}
                {isCurrent && <Badge tone="green">{pageTexts.versions.current}</Badge>}
              </span>
              <span className={classes.sub}>
                <ExactTime instant={createdAt} format={asMinute} />
              </span>
              <span className={classes.sub} title={author ?? undefined}>
                {author ?? pageTexts.versions.unknownAuthor}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
