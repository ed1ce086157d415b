import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { SupportedOrganization } from "../../api/schema";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { ExactTime } from "../../components/exact-time";
import { OrganizationsIcon, SearchIcon } from "../../components/icons";
import { Paging } from "../../components/paging";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { asDay } from "../../lib/dates";
import { isFiltered } from "../../lib/filters";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import type { OrganizationFilters } from "./filters";
import { supportOrganizationsQuery } from "./queries";
import classes from "./support-list.module.css";

export function OrganizationList({ filters }: { filters: OrganizationFilters }) {
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    supportOrganizationsQuery(filters),
  );
  if (error !== null && (data === undefined || isPlaceholderData)) {
    return (
      <ProblemAlert
        title={pageTexts.support.organizationsFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  if (data?.items.length === 0) {
    return (
      <div className={tableClasses.frame}>
        {isFiltered(filters) ? (
          <EmptyState
            icon={<SearchIcon size={20} />}
            title={pageTexts.support.noOrganizationTitle}
            text={pageTexts.support.noOrganizationText}
          />
        ) : (
          <EmptyState
            icon={<OrganizationsIcon size={20} />}
            title={pageTexts.support.noOrganizationsTitle}
            text={pageTexts.support.noOrganizationsText}
          />
        )}
      </div>
    );
  }
  return (
    <>
      <div className={tableClasses.frame}>
        <table
          className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
          aria-label={pageTexts.support.organizationsTable}
          aria-busy={data === undefined || isPlaceholderData}
        >
          <thead>
            <tr>
              <th>{pageTexts.support.name}</th>
              <th className={classes.count}>{pageTexts.support.webhooks}</th>
              <th className={classes.factor}>{pageTexts.support.secondFactor}</th>
              <th className={classes.day}>{pageTexts.support.created}</th>
            </tr>
          </thead>
          <tbody>
            {data === undefined ? (
              <SkeletonRows columns={4} rows={8} rowClassName={tableClasses.row} />
            ) : (
              data.items.map((organization) => (
                <OrganizationRow key={organization.id} organization={organization} />
              ))
            )}
          </tbody>
        </table>
      </div>
      {data !== undefined && (
        <Paging
          label={pageTexts.support.organizationsPaging}
          filters={filters}
          nextCursor={data.nextCursor}
          count={pageTexts.support.organizationsCount(data.items.length)}
          older={pageTexts.support.nextPage}
          newest={pageTexts.support.firstPage}
        />
      )}
    </>
  );
}

function OrganizationRow({ organization }: { organization: SupportedOrganization }) {
  return (
    <tr className={`${tableClasses.row} ${classes.row}`}>
      <td className={classes.name}>
        <Link className={classes.link} to={paths.supportOrganization(organization.id)}>
          {organization.name}
        </Link>
        <span className={`${classes.sub} ${tableClasses.mono}`}>{organization.slug}</span>
      </td>
      <td className={tableClasses.numeric}>
        <span className={tableClasses.caption}>{pageTexts.support.webhooks} </span>
        {organization.webhookCount}
      </td>
      <td className={tableClasses.muted}>
        <span className={tableClasses.caption}>{pageTexts.support.secondFactor} </span>
        {organization.requiresSecondFactor
          ? pageTexts.support.secondFactorRequired
          : pageTexts.support.secondFactorNotRequired}
      </td>
      <td className={tableClasses.muted}>
        <span className={tableClasses.caption}>{pageTexts.support.created} </span>
        <ExactTime instant={organization.createdAt} format={asDay} />
      </td>
    </tr>
  );
}
