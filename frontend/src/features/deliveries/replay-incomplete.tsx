import { Alert, Checkbox, Text } from "@mantine/core";
import type { RefObject } from "react";
import type { FieldError } from "../../api/problem";
import { AlertIcon } from "../../components/icons";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import classes from "./replay.module.css";

interface IncompleteProps {
  /** The properties that came and are never stored. */
  leftOut: string[];
  /** The fields that lack them, once Inlet has asked about that; to be confirmed from then on. */
  lacking: FieldError[] | undefined;
  checkbox: RefObject<HTMLInputElement | null>;
  isConfirmed: boolean;
  /** Whether somebody went on without confirming it. */
  isMissing: boolean;
  onChange: (isConfirmed: boolean) => void;
}

/** Says that values are not there to be sent again, and asks whether the record may lack them. */
export function Incomplete({
  leftOut,
  lacking,
  checkbox,
  isConfirmed,
  isMissing,
  onChange,
}: IncompleteProps) {
  return (
    <Alert
      color="yellow"
      classNames={{ root: classes.warning, title: classes.strong, icon: classes.strong }}
      icon={<AlertIcon size={18} />}
      title={pageTexts.deliveryDetail.incompleteTitle}
    >
      <Text size="sm">{pageTexts.deliveryDetail.incompleteText(asList(leftOut))}</Text>
      {lacking?.map(({ detail }) => (
        <Text key={detail} size="sm" mt={6}>
          {detail}
        </Text>
      ))}
      {(lacking !== undefined || isConfirmed) && (
        <Checkbox
          ref={checkbox}
          mt="sm"
          label={pageTexts.deliveryDetail.incompleteConfirm}
          checked={isConfirmed}
          error={isMissing && !isConfirmed && pageTexts.deliveryDetail.doubleMissing}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
    </Alert>
  );
}
