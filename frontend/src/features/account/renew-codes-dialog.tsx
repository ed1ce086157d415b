import { Stack } from "@mantine/core";
import { CodeField } from "../../components/code-field";
import { Dialog } from "../../components/dialog";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./account.module.css";
import { renewRecoveryCodes } from "./queries";

interface RenewCodesDialogProps {
  isOpen: boolean;
  onRenewed: (recoveryCodes: string[]) => void;
  onClose: () => void;
}

export function RenewCodesDialog({ isOpen, onRenewed, onClose }: RenewCodesDialogProps) {
  return (
    <Dialog isOpen={isOpen} title={pageTexts.secondFactor.renew} onClose={onClose}>
      <RenewCodesForm onRenewed={onRenewed} />
    </Dialog>
  );
}

function RenewCodesForm({ onRenewed }: Pick<RenewCodesDialogProps, "onRenewed">) {
  const form = useApiForm({
    fields: { code: texts.fields.codeMissing },
    send: ({ code }) => renewRecoveryCodes(code.trim()),
    onDone: ({ recoveryCodes }) => onRenewed(recoveryCodes),
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        <p className={classes.text}>{pageTexts.secondFactor.renewText}</p>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <CodeField error={form.errors.code} takesRecoveryCodes takesFocus />
        <FormFoot submit={pageTexts.secondFactor.renewSubmit} isSending={form.isSending} />
      </Stack>
    </form>
  );
}
