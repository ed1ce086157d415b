import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { asProblem } from "../../api/problem";
import { EmptyState } from "../../components/empty-state";
import { SearchIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { actionsQuery } from "../../features/actions/queries";
import { NotConnectedHint } from "../../features/connection/not-connected-hint";
import { connectionQuery } from "../../features/connection/queries";
import { Editor } from "../../features/webhooks/editor/editor";
import { webhookQuery } from "../../features/webhooks/editor/queries";
import { stateAfterSaving } from "../../features/webhooks/saved-state";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { EditorErrorPage } from "../editor-error-page";
import { Permitted } from "../permitted";
import { type Access, useMe } from "../use-me";

export const ErrorBoundary = EditorErrorPage;

export function Component() {
  const webhookId = useRouteParam("webhookId");
  return (
    <Permitted to="EDIT_WEBHOOKS">
      {(access) => <EditWebhook key={webhookId} access={access} webhookId={webhookId} />}
    </Permitted>
  );
}

interface EditWebhookProps {
  access: Access;
  webhookId: string;
}

function EditWebhook({ access: { membership, can }, webhookId }: EditWebhookProps) {
  const { organizationId } = membership;
  const { id: userId } = useMe();
  const navigate = useNavigate();
  const actions = useQuery(actionsQuery(organizationId));
  const { data: connection } = useQuery(connectionQuery(organizationId));
  const query = useQuery(webhookQuery(organizationId, webhookId));
  if (query.data !== undefined) {
    return (
      <Editor
        userId={userId}
        organizationId={organizationId}
        webhook={query.data}
        actions={actions}
        isConnected={connection === undefined ? undefined : connection !== null}
        canSeePayloads={can("VIEW_DELIVERIES")}
        hint={
          <NotConnectedHint organizationId={organizationId} canConnect={can("EDIT_CONNECTION")} />
        }
        onSaved={({ id }) =>
          navigate(paths.webhooks(organizationId), { state: stateAfterSaving(id, false) })
        }
      />
    );
  }
  if (query.error === null) {
    return <Skeleton height={420} aria-label={texts.common.loading} />;
  }
  return asProblem(query.error).status === 404 ? (
    <EmptyState
      level={1}
      icon={<SearchIcon size={20} />}
      title={pageTexts.wizard.missingTitle}
      text={pageTexts.wizard.missingText}
    />
  ) : (
    <ProblemAlert
      title={pageTexts.wizard.loadFailed}
      error={query.error}
      onRetry={query.refetch}
      isRetrying={query.isFetching}
    />
  );
}
