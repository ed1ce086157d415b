import { Stack } from "@mantine/core";
import { useState } from "react";
import type { SecondFactorResponse } from "../../api/schema";
import { CodeField } from "../../components/code-field";
import { CopyField } from "../../components/copy-field";
import { FormFoot } from "../../components/form-foot";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./account.module.css";
import { QrCode } from "./qr-code";
import { beginSecondFactor, confirmSecondFactor } from "./queries";

interface SecondFactorSetupProps {
  onTurnedOn: (recoveryCodes: string[]) => unknown;
  onCancel: () => void;
}

export function SecondFactorSetup({ onTurnedOn, onCancel }: SecondFactorSetupProps) {
  const [begun, setBegun] = useState<SecondFactorResponse>();
  return begun === undefined ? (
    <PasswordStep onBegun={setBegun} onCancel={onCancel} />
  ) : (
    <ScanStep begun={begun} onTurnedOn={onTurnedOn} onCancel={onCancel} />
  );
}

interface PasswordStepProps {
  onBegun: (begun: SecondFactorResponse) => void;
  onCancel: () => void;
}

function PasswordStep({ onBegun, onCancel }: PasswordStepProps) {
  const form = useApiForm({
    fields: { password: texts.fields.passwordMissing },
    send: ({ password }) => beginSecondFactor(password),
    onDone: onBegun,
    takesFocus: true,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        <p className={classes.text}>{pageTexts.secondFactor.passwordText}</p>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <PasswordField error={form.errors.password} />
        <FormFoot
          submit={pageTexts.secondFactor.goOn}
          isSending={form.isSending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

interface ScanStepProps extends SecondFactorSetupProps {
  begun: SecondFactorResponse;
}

function ScanStep({ begun, onTurnedOn, onCancel }: ScanStepProps) {
  const form = useApiForm({
    fields: { code: texts.fields.codeMissing },
    send: ({ code }) => confirmSecondFactor(code.replace(/\s/g, "")),
    onDone: ({ recoveryCodes }) => onTurnedOn(recoveryCodes),
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        <div className={classes.scan}>
          <QrCode text={begun.uri} label={pageTexts.secondFactor.qrCode} />
          <div className={classes.scanText}>
            <div>
              <h3 className={classes.step}>{pageTexts.secondFactor.scanTitle}</h3>
              <p className={classes.text}>{pageTexts.secondFactor.scanText}</p>
            </div>
            <p className={classes.text}>{pageTexts.secondFactor.typeInstead}</p>
            <CopyField
              label={pageTexts.secondFactor.typeInstead}
              text={begun.secret}
              copyLabel={pageTexts.secondFactor.copySecret}
            />
          </div>
        </div>
        <p className={classes.text}>{pageTexts.secondFactor.codeText}</p>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <CodeField error={form.errors.code} takesFocus />
        <FormFoot
          submit={pageTexts.secondFactor.turnOn}
          isSending={form.isSending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
