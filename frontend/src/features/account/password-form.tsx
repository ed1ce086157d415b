import { Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormFoot } from "../../components/form-foot";
import { NewPasswordField, PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import { texts } from "../../texts/texts";
import { changePassword, sessionsQuery } from "./queries";

export function PasswordForm() {
  const queryClient = useQueryClient();
  const form = useApiForm({
    fields: {
      currentPassword: texts.account.currentPasswordMissing,
      newPassword: texts.fields.newPasswordMissing,
    },
    send: changePassword,
    onDone: () => {
      form.clear();
      return queryClient.invalidateQueries(sessionsQuery);
    },
  });
  return (
    <SettingsSection title={texts.account.password} text={texts.account.passwordText}>
      <form {...form.props}>
        <Stack gap="md">
          {form.problem !== null && <ProblemAlert error={form.problem} />}
          <PasswordField
            name="currentPassword"
            label={texts.account.currentPassword}
            error={form.errors.currentPassword}
          />
          <NewPasswordField
            name="newPassword"
            label={texts.fields.newPassword}
            error={form.errors.newPassword}
          />
          <FormFoot
            submit={texts.account.changePassword}
            isSending={form.isSending}
            done={texts.account.passwordChanged}
            isDone={form.isDone}
          />
        </Stack>
      </form>
    </SettingsSection>
  );
}
