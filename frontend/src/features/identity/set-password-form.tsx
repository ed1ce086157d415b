import { Stack } from "@mantine/core";
import { useState } from "react";
import { NewPasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import { WorkButton } from "../../components/work-button";
import { checkNewPassword } from "../../lib/field-checks";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { ExpiredLink } from "./dead-link";
import classes from "./front-form.module.css";
import { setPassword } from "./queries";

interface SetPasswordFormProps {
  token: string;
  onSet: () => void;
}

export function SetPasswordForm({ token, onSet }: SetPasswordFormProps) {
  const [isExpired, setIsExpired] = useState(false);
  const form = useApiForm({
    fields: { password: texts.fields.newPasswordMissing },
    check: ({ password }) => checkNewPassword(password, "password"),
    send: ({ password }) => setPassword({ token, password }),
    onDone: onSet,
    onProblem: (problem) => setIsExpired(problem.is("link-expired")),
    takesFocus: true,
  });
  if (isExpired) {
    return (
      <ExpiredLink
        text={pageTexts.links.expiredPassword}
        action={pageTexts.links.newPasswordLink}
        to={paths.forgotPassword}
      />
    );
  }
  return (
    <form {...form.props}>
      <h1 className={classes.title}>{texts.setPassword.title}</h1>
      <p className={classes.text}>{texts.setPassword.text}</p>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <NewPasswordField label={texts.fields.newPassword} size="md" error={form.errors.password} />
        <WorkButton type="submit" size="md" fullWidth loading={form.isSending}>
          {texts.setPassword.submit}
        </WorkButton>
      </Stack>
    </form>
  );
}
