import { Button } from "@mantine/core";
import { Link } from "react-router";
import tableClasses from "../../../components/data-table.module.css";
import { EmptyState } from "../../../components/empty-state";
import { PlusIcon, SearchIcon, WebhookIcon } from "../../../components/icons";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";

interface NoWebhooksProps {
  organizationId: string;
  canEdit: boolean;
}

/** Says what a webhook is, and starts the first. */
export function NoWebhooks({ organizationId, canEdit }: NoWebhooksProps) {
  const { emptyText, emptyAsk, emptyAction } = pageTexts.webhookList;
  return (
    <div className={tableClasses.frame}>
      <EmptyState
        icon={<WebhookIcon size={20} />}
        title={texts.webhooks.emptyTitle}
        text={canEdit ? emptyText : `${emptyText} ${emptyAsk}`}
      >
        {canEdit && (
          <Button component={Link} to={paths.newWebhook(organizationId)} leftSection={<PlusIcon />}>
            {emptyAction}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}

export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <div className={tableClasses.frame}>
      <EmptyState
        icon={<SearchIcon size={20} />}
        title={pageTexts.webhookList.noMatchTitle}
        text={pageTexts.webhookList.noMatchText}
      >
        <Button variant="default" onClick={onClear}>
          {texts.filters.clear}
        </Button>
      </EmptyState>
    </div>
  );
}
