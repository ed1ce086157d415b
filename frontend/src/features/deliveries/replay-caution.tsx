import { Alert, Checkbox, Text } from "@mantine/core";
import type { Ref } from "react";
import type { DeliveryDetail } from "../../api/schema";
import { AlertIcon, SearchIcon } from "../../components/icons";
import * as pageTexts from "../../texts/page-texts";
import classes from "./replay.module.css";

interface ConfirmationProps {
  delivery: DeliveryDetail;
  checkbox: Ref<HTMLInputElement>;
  isConfirmed: boolean;
  /** Whether it was tried without. */
  isMissing: boolean;
  onChange: (isConfirmed: boolean) => void;
}

/** What another try may write twice is written only if somebody wants that. */
export function Confirmation({
  delivery: { outcome, replayCaution },
  checkbox,
  isConfirmed,
  isMissing,
  onChange,
}: ConfirmationProps) {
  const { doubleUnknown, doubleSucceeded, doubleEarly } = pageTexts.deliveryDetail;
  const unknown = replayCaution === "TOO_EARLY" ? doubleEarly : doubleUnknown;
  return (
    <Alert
      color="yellow"
      classNames={{ root: classes.warning, title: classes.strong, icon: classes.strong }}
      icon={<AlertIcon size={18} />}
      title={pageTexts.deliveryDetail.doubleTitle}
    >
      <Text size="sm" mb="sm">
        {outcome === "UNKNOWN" ? unknown : doubleSucceeded}
      </Text>
      <Checkbox
        ref={checkbox}
        label={pageTexts.deliveryDetail.doubleConfirm}
        checked={isConfirmed}
        error={isMissing && !isConfirmed && pageTexts.deliveryDetail.doubleMissing}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Alert>
  );
}

/** What may be there is looked for; the choice is for when that cannot be done. */
export function LooksFirst({
  isConfirmed,
  onChange,
}: Pick<ConfirmationProps, "isConfirmed" | "onChange">) {
  return (
    <Alert
      classNames={{ root: classes.looking, title: classes.calm, icon: classes.calm }}
      icon={<SearchIcon />}
      title={pageTexts.deliveryDetail.lookTitle}
    >
      <Text size="sm" mb="sm">
        {pageTexts.deliveryDetail.lookText}
      </Text>
      <Checkbox
        label={pageTexts.deliveryDetail.lookConfirm}
        checked={isConfirmed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Alert>
  );
}
