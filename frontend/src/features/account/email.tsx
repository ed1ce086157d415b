import { Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { refreshMe } from "../../api/me";
import type { MeResponse } from "../../api/schema";
import { Expandable } from "../../components/expandable";
import { FormFoot } from "../../components/form-foot";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import { checkEmail } from "../../lib/field-checks";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./account.module.css";
import { changeEmail } from "./queries";

export function Email({ me }: { me: MeResponse }) {
  return (
    <SettingsSection title={pageTexts.account.email} text={pageTexts.account.emailText}>
      <Expandable
        summary={<span className={classes.value}>{me.email}</span>}
        open={pageTexts.account.changeEmail}
      >
        {(close) => <EmailForm onDone={close} onCancel={() => close()} />}
      </Expandable>
    </SettingsSection>
  );
}

interface EmailFormProps {
  onDone: (done: string) => void;
  onCancel: () => void;
}

function EmailForm({ onDone, onCancel }: EmailFormProps) {
  const queryClient = useQueryClient();
  const form = useApiForm({
    fields: {
      email: pageTexts.account.newEmailMissing,
      password: texts.fields.passwordMissing,
    },
    check: ({ email }) => checkEmail(email),
    send: ({ email, password }) => changeEmail({ email: email.trim(), password }),
    onDone: async ({ isChanged }, { email }) => {
      if (isChanged) {
        await refreshMe(queryClient);
      }
      const done = isChanged ? pageTexts.account.emailChanged : pageTexts.account.emailLinkSent;
      onDone(done(email.trim()));
    },
    takesFocus: true,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="email"
          type="email"
          label={pageTexts.account.newEmail}
          autoComplete="email"
          error={form.errors.email}
        />
        <PasswordField error={form.errors.password} />
        <FormFoot
          submit={pageTexts.account.changeEmail}
          isSending={form.isSending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
