import { Button } from "@mantine/core";
import { Badge } from "../../../components/badge";
import { PasswordField } from "../../../components/password-field";
import { asMinute } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { OverlapField } from "./overlap-field";
import classes from "./senders.module.css";

interface SecretFieldProps {
  label: string;
  /** When the stored one was set; undefined if none would count. */
  setAt: string | undefined;
  isChanging: boolean;
  onChanging: (isChanging: boolean) => void;
  /** Whether the stored one may go on for a while; else it ends with what it was for. */
  canOverlap: boolean;
  overlapHours: number;
  onOverlap: (hours: number) => void;
  error: string | undefined;
}

/** A secret that goes in and never comes out. */
export function SecretField({
  label,
  setAt,
  isChanging,
  onChanging,
  canOverlap,
  overlapHours,
  onOverlap,
  error,
}: SecretFieldProps) {
  if (setAt !== undefined && !isChanging && error === undefined) {
    return (
      <div>
        <p className={classes.label}>{label}</p>
        <div className={classes.secret}>
          <Badge tone="green">{pageTexts.senders.secretSet(asMinute(setAt))}</Badge>
          <span className={classes.hint}>{pageTexts.senders.secretSetHint}</span>
          <Button variant="default" size="compact-sm" onClick={() => onChanging(true)}>
            {pageTexts.senders.changeSecret}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      <div>
        <PasswordField
          name="secret"
          label={label}
          autoComplete="off"
          data-1p-ignore
          maxLength={500}
          description={pageTexts.senders.secretHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoFocus={isChanging}
          error={error}
        />
        {setAt !== undefined && (
          <Button variant="subtle" size="compact-sm" mt={6} onClick={() => onChanging(false)}>
            {pageTexts.senders.keepSecret}
          </Button>
        )}
      </div>
      {canOverlap && (
        <OverlapField
          label={pageTexts.senders.overlap}
          description={pageTexts.senders.overlapHint}
          hours={overlapHours}
          onChange={onOverlap}
        />
      )}
    </>
  );
}
