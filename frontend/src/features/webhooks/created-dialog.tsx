import type { WebhookResponse } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import * as pageTexts from "../../texts/page-texts";
import { HowToCall } from "./how-to-call";

interface CreatedDialogProps {
  organizationId: string;
  webhook: WebhookResponse;
  isOpen: boolean;
  onClose: () => void;
}

/** What to do with a webhook that was just made. */
export function CreatedDialog({ organizationId, webhook, isOpen, onClose }: CreatedDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      title={pageTexts.wizard.createdTitle(webhook.name)}
      onClose={onClose}
      size="lg"
    >
      <HowToCall organizationId={organizationId} webhook={webhook} onDone={onClose} />
    </Dialog>
  );
}
