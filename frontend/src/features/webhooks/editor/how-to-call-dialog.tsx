import type { WebhookResponse } from "../../../api/schema";
import { Dialog } from "../../../components/dialog";
import * as pageTexts from "../../../texts/page-texts";
import { HowToCall } from "../how-to-call";

interface HowToCallDialogProps {
  organizationId: string;
  webhook: WebhookResponse;
  isOpen: boolean;
  onClose: () => void;
}

/** What was told when the webhook was made, once more. */
export function HowToCallDialog({
  organizationId,
  webhook,
  isOpen,
  onClose,
}: HowToCallDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      title={pageTexts.wizard.howToCallTitle(webhook.name)}
      onClose={onClose}
      size="lg"
    >
      <HowToCall organizationId={organizationId} webhook={webhook} onDone={onClose} />
    </Dialog>
  );
}
