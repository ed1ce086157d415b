import { Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Expandable } from "../../components/expandable";
import { FormFoot } from "../../components/form-foot";
import { NewPasswordField, PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import { checkNewPassword } from "../../lib/field-checks";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { changePassword, sessionsQuery } from "./queries";

export function Password() {
  return (
    <SettingsSection title={pageTexts.account.password} text={pageTexts.account.passwordText}>
      <Expandable open={pageTexts.account.changePassword}>
        {(close) => (
          <PasswordForm
            onDone={() => close(pageTexts.account.passwordChanged)}
            onCancel={() => close()}
          />
        )}
      </Expandable>
    </SettingsSection>
  );
}

interface PasswordFormProps {
  onDone: () => void;
  onCancel: () => void;
}

function PasswordForm({ onDone, onCancel }: PasswordFormProps) {
  const queryClient = useQueryClient();
  const form = useApiForm({
    fields: {
      currentPassword: pageTexts.account.currentPasswordMissing,
      newPassword: texts.fields.newPasswordMissing,
    },
    check: ({ newPassword }) => checkNewPassword(newPassword, "newPassword"),
    send: changePassword,
    onDone: () => {
      onDone();
      return queryClient.invalidateQueries(sessionsQuery);
    },
    takesFocus: true,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <PasswordField
          name="currentPassword"
          label={pageTexts.account.currentPassword}
          error={form.errors.currentPassword}
        />
        <NewPasswordField
          name="newPassword"
          label={texts.fields.newPassword}
          error={form.errors.newPassword}
        />
        <FormFoot
          submit={pageTexts.account.changePassword}
          isSending={form.isSending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
