import { Button } from "@mantine/core";
import type { VerificationResponse } from "../../../api/schema";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { useConfirmed } from "../../../components/use-confirmed";
import { asMinute } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { endOldSecret } from "./queries";
import classes from "./senders.module.css";

interface OldSecretProps {
  organizationId: string;
  webhookId: string;
  until: string;
  onEnded: (verification: VerificationResponse) => void;
}

/** A secret that was replaced and still counts. */
export function OldSecret({ organizationId, webhookId, until, onEnded }: OldSecretProps) {
  const end = useConfirmed<string, VerificationResponse>(
    () => endOldSecret(organizationId, webhookId),
    (_, left) => onEnded(left),
  );
  return (
    <div className={classes.secret}>
      <span className={classes.hint}>{pageTexts.senders.oldSecretUntil(asMinute(until))}</span>
      <Button variant="default" size="compact-sm" onClick={() => end.ask(until)}>
        {pageTexts.senders.endOldSecret}
      </Button>
      <ConfirmDialog
        {...end.dialog}
        title={pageTexts.senders.endOldSecretTitle}
        text={pageTexts.senders.endOldSecretText}
        confirm={pageTexts.senders.endOldSecretConfirm}
      />
    </div>
  );
}
