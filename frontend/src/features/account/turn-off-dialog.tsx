import { Stack } from "@mantine/core";
import { CodeField } from "../../components/code-field";
import { Dialog } from "../../components/dialog";
import { FormFoot } from "../../components/form-foot";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./account.module.css";
import { disableSecondFactor } from "./queries";

interface TurnOffDialogProps {
  isOpen: boolean;
  /** The names of the organizations that demand a second factor; empty if none does. */
  demanding: string;
  onTurnedOff: () => unknown;
  onClose: () => void;
}

export function TurnOffDialog({ isOpen, onClose, ...others }: TurnOffDialogProps) {
  return (
    <Dialog isOpen={isOpen} title={pageTexts.secondFactor.turnOffTitle} onClose={onClose}>
      <TurnOffForm {...others} />
    </Dialog>
  );
}

function TurnOffForm({
  demanding,
  onTurnedOff,
}: Pick<TurnOffDialogProps, "demanding" | "onTurnedOff">) {
  const form = useApiForm({
    fields: { password: texts.fields.passwordMissing, code: texts.fields.codeMissing },
    send: ({ password, code }) => disableSecondFactor({ password, code: code.trim() }),
    onDone: onTurnedOff,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        <p className={classes.text}>
          {pageTexts.secondFactor.turnOffText}
          {demanding !== "" && ` ${pageTexts.secondFactor.turnOffDemanded(demanding)}`}
        </p>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <PasswordField error={form.errors.password} data-autofocus />
        <CodeField error={form.errors.code} takesRecoveryCodes />
        <FormFoot submit={pageTexts.secondFactor.turnOff} isSending={form.isSending} color="red" />
      </Stack>
    </form>
  );
}
