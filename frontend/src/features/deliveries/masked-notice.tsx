import { Alert, Button } from "@mantine/core";
import type { DeliveryResponse } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { EyeOffIcon } from "../../components/icons";
import { useConfirmed } from "../../components/use-confirmed";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import classes from "./masked-notice.module.css";
import { revealSensitiveProperties } from "./queries";

interface MaskedNoticeProps {
  organizationId: string;
  delivery: DeliveryResponse;
  /** Whether whoever looks may see what is masked. */
  canReveal: boolean;
  onRevealed: (whole: DeliveryResponse) => void;
}

/** Says what of a delivery is masked, and shows it to whoever may and means it. */
export function MaskedNotice({
  organizationId,
  delivery,
  canReveal,
  onRevealed,
}: MaskedNoticeProps) {
  const reveal = useConfirmed(
    (id: string) => revealSensitiveProperties(organizationId, id),
    (_, whole) => onRevealed(whole),
  );
  return (
    <Alert color="gray" icon={<EyeOffIcon size={18} />} className={classes.notice}>
      <div className={classes.row}>
        <p>
          {pageTexts.deliveryDetail.masked(asList(delivery.masked))}{" "}
          {!canReveal && pageTexts.deliveryDetail.maskedFor}
        </p>
        {canReveal && (
          <Button variant="default" size="xs" onClick={() => reveal.ask(delivery.id)}>
            {pageTexts.deliveryDetail.reveal}
          </Button>
        )}
      </div>
      <ConfirmDialog
        {...reveal.dialog}
        title={pageTexts.deliveryDetail.revealTitle}
        text={pageTexts.deliveryDetail.revealText}
        confirm={pageTexts.deliveryDetail.reveal}
        isDestructive={false}
      />
    </Alert>
  );
}
