import { Button } from "@mantine/core";
import { Badge } from "../../components/badge";
import { PasswordField } from "../../components/password-field";
import * as pageTexts from "../../texts/page-texts";
import classes from "./connection.module.css";

interface StoredPasswordProps {
  /** Whether there is one already. */
  isSet: boolean;
  /** Whether one is to be typed. */
  isAsked: boolean;
  /** Whether typing one can be called off. */
  canKeep: boolean;
  onChange: (isChanging: boolean) => void;
  error: string | undefined;
}

/** A password that goes in and never comes out. */
export function StoredPassword({ isSet, isAsked, canKeep, onChange, error }: StoredPasswordProps) {
  if (!isAsked && error === undefined) {
    return (
      <div>
        <p className={classes.label}>{pageTexts.connection.password}</p>
        <div className={classes.password}>
          <Badge tone="green">{pageTexts.connection.passwordSet}</Badge>
          <span className={classes.hint}>{pageTexts.connection.passwordSetHint}</span>
          <Button variant="default" size="compact-sm" onClick={() => onChange(true)}>
            {pageTexts.connection.changePassword}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div>
      <PasswordField
        label={pageTexts.connection.password}
        autoComplete="off"
        data-1p-ignore
        maxLength={500}
        description={
          isSet && !canKeep ? pageTexts.connection.passwordAgain : pageTexts.connection.passwordHint
        }
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoFocus={canKeep}
        error={error}
      />
      {canKeep && (
        <Button variant="subtle" size="compact-sm" mt={6} onClick={() => onChange(false)}>
          {pageTexts.connection.keepPassword}
        </Button>
      )}
    </div>
  );
}
