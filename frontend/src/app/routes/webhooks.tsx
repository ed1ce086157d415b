import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { PlusIcon } from "../../components/icons";
import { PageHeader } from "../../components/page-header";
import { actionLabelsQuery } from "../../features/actions/queries";
import { NotConnectedHint } from "../../features/connection/not-connected-hint";
import { SavedWebhook } from "../../features/webhooks/created";
import { FileButton } from "../../features/webhooks/file/file-button";
import { webhooksQuery } from "../../features/webhooks/queries";
import { WebhookList } from "../../features/webhooks/webhook-list";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { Permitted } from "../permitted";
import type { Access } from "../use-me";

export function Component() {
  return <Permitted to="VIEW_WEBHOOKS">{(access) => <Webhooks access={access} />}</Permitted>;
}

function Webhooks({ access: { membership, can } }: { access: Access }) {
  const { organizationId } = membership;
  const actionLabels = useQuery(actionLabelsQuery(organizationId));
  const webhooks = useQuery(webhooksQuery(organizationId));
  const canEdit = can("EDIT_WEBHOOKS");
  return (
    <>
      <PageHeader title={texts.webhooks.title} intro={texts.webhooks.intro}>
        <Group gap="sm">
          {webhooks.data?.length !== 0 && (
            <FileButton membership={membership} canMakeKeys={can("MANAGE_API_KEYS")} />
          )}
          {canEdit && (
            <Button
              component={Link}
              to={paths.newWebhook(organizationId)}
              leftSection={<PlusIcon size={16} />}
            >
              {pageTexts.wizard.add}
            </Button>
          )}
        </Group>
      </PageHeader>
      <NotConnectedHint organizationId={organizationId} canConnect={can("EDIT_CONNECTION")} />
      <SavedWebhook organizationId={organizationId} />
      <WebhookList
        organizationId={organizationId}
        actionLabels={actionLabels.data}
        canEdit={canEdit}
      />
    </>
  );
}
