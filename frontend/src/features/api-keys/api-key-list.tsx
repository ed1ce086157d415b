import { VisuallyHidden } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiKeyResponse } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import tableClasses from "../../components/data-table.module.css";
import { EmptyState } from "../../components/empty-state";
import { KeyIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { SkeletonRows } from "../../components/skeleton-rows";
import { useConfirmed } from "../../components/use-confirmed";
import * as pageTexts from "../../texts/page-texts";
import classes from "./api-key-list.module.css";
import { ApiKeyRow } from "./api-key-row";
import { apiKeysQuery, revokeApiKey } from "./queries";

export function ApiKeyList({ organizationId }: { organizationId: string }) {
  const queryClient = useQueryClient();
  const { data: apiKeys, error, refetch, isFetching } = useQuery(apiKeysQuery(organizationId));
  const revoke = useConfirmed<ApiKeyResponse>(
    ({ id }) => revokeApiKey(organizationId, id),
    () => queryClient.invalidateQueries(apiKeysQuery(organizationId)),
  );
  if (apiKeys === undefined && error !== null) {
    return (
      <ProblemAlert
        title={pageTexts.apiKeys.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  return (
    <>
      <div className={tableClasses.frame}>
        {apiKeys?.length === 0 ? (
          <EmptyState
            icon={<KeyIcon size={20} />}
            title={pageTexts.apiKeys.emptyTitle}
            text={pageTexts.apiKeys.emptyText}
          />
        ) : (
          <table
            className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
            aria-label={pageTexts.apiKeys.table}
            aria-busy={apiKeys === undefined}
          >
            <thead>
              <tr>
                <th>{pageTexts.apiKeys.name}</th>
                <th className={classes.role}>{pageTexts.apiKeys.role}</th>
                <th className={classes.created}>{pageTexts.apiKeys.created}</th>
                <th className={classes.used}>{pageTexts.apiKeys.lastUsed}</th>
                <th className={classes.expires}>{pageTexts.apiKeys.expires}</th>
                <th className={classes.actions}>
                  <VisuallyHidden>{pageTexts.apiKeys.actions}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {apiKeys === undefined ? (
                <SkeletonRows columns={6} rows={3} rowClassName={tableClasses.row} />
              ) : (
                apiKeys.map((apiKey) => (
                  <ApiKeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => revoke.ask(apiKey)} />
                ))
              )}
            </tbody>
          </table>
        )}
      </div>
      {apiKeys !== undefined && apiKeys.length > 0 && (
        <p className={tableClasses.foot}>{pageTexts.apiKeys.count(apiKeys.length)}</p>
      )}
      <ConfirmDialog
        {...revoke.dialog}
        title={pageTexts.apiKeys.revokeTitle(revoke.subject?.name ?? "")}
        text={pageTexts.apiKeys.revokeText}
        confirm={pageTexts.apiKeys.revoke}
      />
    </>
  );
}
