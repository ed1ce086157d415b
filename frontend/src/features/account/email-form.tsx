import { Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refreshMe } from "../../api/me";
import type { MeResponse } from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import { texts } from "../../texts/texts";
import classes from "./account.module.css";
import { changeEmail } from "./queries";

export function EmailForm({ me }: { me: MeResponse }) {
  const queryClient = useQueryClient();
  const [done, setDone] = useState("");
  const form = useApiForm({
    fields: {
      email: texts.account.newEmailMissing,
      password: texts.fields.passwordMissing,
    },
    send: ({ email, password }) => changeEmail({ email: email.trim(), password }),
    onDone: async ({ isChanged }, { email }) => {
      const text = isChanged ? texts.account.emailChanged : texts.account.emailLinkSent;
      setDone(text(email.trim()));
      form.clear();
      if (isChanged) {
        await refreshMe(queryClient);
      }
    },
  });
  return (
    <SettingsSection title={texts.account.email} text={texts.account.emailText}>
      <form {...form.props}>
        <Stack gap="md">
          <div>
            <div className={classes.label}>{texts.account.currentEmail}</div>
            <div className={classes.value}>{me.email}</div>
          </div>
          {form.problem !== null && <ProblemAlert error={form.problem} />}
          <TextInput
            name="email"
            type="email"
            label={texts.account.newEmail}
            autoComplete="email"
            error={form.errors.email}
          />
          <PasswordField error={form.errors.password} />
          <FormFoot
            submit={texts.account.changeEmail}
            isSending={form.isSending}
            done={done}
            isDone={form.isDone}
          />
        </Stack>
      </form>
    </SettingsSection>
  );
}
