import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { actionsQuery } from "../../features/actions/queries";
import { NotConnectedHint } from "../../features/connection/not-connected-hint";
import { connectionQuery } from "../../features/connection/queries";
import { Editor } from "../../features/webhooks/editor/editor";
import { stateAfterSaving } from "../../features/webhooks/saved-state";
import { paths } from "../../lib/paths";
import { EditorErrorPage } from "../editor-error-page";
import { Permitted } from "../permitted";
import { type Access, useMe } from "../use-me";

export const ErrorBoundary = EditorErrorPage;

export function Component() {
  return <Permitted to="EDIT_WEBHOOKS">{(access) => <NewWebhook access={access} />}</Permitted>;
}

function NewWebhook({ access: { membership, can } }: { access: Access }) {
  const { organizationId } = membership;
  const { id: userId } = useMe();
  const navigate = useNavigate();
  const actions = useQuery(actionsQuery(organizationId));
  const { data: connection } = useQuery(connectionQuery(organizationId));
  return (
    <Editor
      userId={userId}
      organizationId={organizationId}
      actions={actions}
      isConnected={connection === undefined ? undefined : connection !== null}
      canSeePayloads={can("VIEW_DELIVERIES")}
      hint={
        <NotConnectedHint organizationId={organizationId} canConnect={can("EDIT_CONNECTION")} />
      }
      onSaved={({ id }) =>
        navigate(paths.webhooks(organizationId), { state: stateAfterSaving(id, true) })
      }
    />
  );
}
