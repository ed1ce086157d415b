import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { ProblemAlert } from "../../components/problem-alert";
import { writeFilters } from "../../lib/filters";
import { texts } from "../../texts/texts";
import { ListActions } from "./list/list-actions";
import { NoMatch, NoWebhooks } from "./list/no-webhooks";
import { activityQuery } from "./list/queries";
import { Toolbar } from "./list/toolbar";
import { readView, viewOf, viewParameters } from "./list/view";
import { WebhookTable } from "./list/webhook-table";
import { webhooksQuery } from "./queries";

interface WebhookListProps {
  organizationId: string;
  actionLabels: ReadonlyMap<string, string> | undefined;
  canEdit: boolean;
}

export function WebhookList({ organizationId, actionLabels, canEdit }: WebhookListProps) {
  const [search, setSearch] = useSearchParams();
  const { data: webhooks, error, refetch, isFetching } = useQuery(webhooksQuery(organizationId));
  const activity = useQuery(activityQuery(organizationId));
  const view = readView(search);

  if (webhooks === undefined && error !== null) {
    return (
      <ProblemAlert
        title={texts.webhooks.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }

  const listed = webhooks?.map((webhook) => ({
    webhook,
    actionLabel: actionLabels?.get(webhook.action.type) ?? webhook.action.type,
    activity: activity.data?.get(webhook.id),
  }));
  const shown = listed && viewOf(listed, view);
  const changeView = (changed: typeof view) =>
    setSearch(writeFilters(viewParameters(changed)), { replace: true });
  return (
    <ListActions
      organizationId={organizationId}
      activityOf={({ id }) => activity.data?.get(id)}
      now={activity.dataUpdatedAt}
    >
      {(actions) =>
        listed?.length === 0 ? (
          <NoWebhooks organizationId={organizationId} canEdit={canEdit} />
        ) : (
          <>
            <Toolbar view={view} onChange={changeView} />
            {shown?.length === 0 ? (
              <NoMatch onClear={() => changeView({ ...view, q: undefined })} />
            ) : (
              <WebhookTable
                organizationId={organizationId}
                shown={shown}
                all={listed?.length ?? 0}
                activity={activity}
                view={view}
                onView={changeView}
                actions={canEdit ? actions : undefined}
              />
            )}
          </>
        )
      }
    </ListActions>
  );
}
