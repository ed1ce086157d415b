import { Anchor, Stack, TextInput } from "@mantine/core";
import { Link } from "react-router";
import { OrganizationFields } from "../../components/organization-fields";
import { NewPasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import { WorkButton } from "../../components/work-button";
import { checkEmail, checkNewPassword } from "../../lib/field-checks";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./front-form.module.css";
import { signUp } from "./queries";

interface SignUpFormProps {
  onSignedUp: () => unknown;
}

export function SignUpForm({ onSignedUp }: SignUpFormProps) {
  const form = useApiForm({
    fields: {
      organizationName: texts.fields.organizationNameMissing,
      organizationSlug: texts.fields.organizationSlugMissing,
      name: texts.fields.nameMissing,
      email: texts.fields.emailMissing,
      password: texts.fields.newPasswordMissing,
    },
    check: ({ email, password }) => ({
      ...checkEmail(email),
      ...checkNewPassword(password, "password"),
    }),
    send: (values) => signUp({ ...values, email: values.email.trim() }),
    onDone: onSignedUp,
    takesFocus: true,
  });
  return (
    <form {...form.props}>
      <h1 className={classes.title}>{pageTexts.signUp.title}</h1>
      <p className={classes.text}>{pageTexts.signUp.text}</p>
      <Stack gap="md">
        <OrganizationFields errors={form.errors} size="md" />
        <TextInput
          name="name"
          label={texts.fields.name}
          autoComplete="name"
          size="md"
          error={form.errors.name}
        />
        <TextInput
          name="email"
          type="email"
          label={texts.fields.email}
          autoComplete="username"
          size="md"
          error={form.errors.email}
        />
        <NewPasswordField size="md" error={form.errors.password} />
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <WorkButton type="submit" size="md" fullWidth loading={form.isSending}>
          {pageTexts.signUp.submit}
        </WorkButton>
      </Stack>
      <p className={classes.foot}>
        {pageTexts.signUp.hasAccount}
        <Anchor component={Link} to={paths.signIn()}>
          {pageTexts.signUp.signIn}
        </Anchor>
      </p>
    </form>
  );
}
