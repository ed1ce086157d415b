import { Anchor, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { MailIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import { WorkButton } from "../../components/work-button";
import { checkEmail } from "../../lib/field-checks";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./front-form.module.css";
import { FrontMessage } from "./front-message";
import { sendPasswordLink } from "./queries";

export function ForgotPasswordForm() {
  const [sentTo, setSentTo] = useState<string>();
  const [impossible, setImpossible] = useState<string>();
  const form = useApiForm({
    fields: { email: texts.fields.emailMissing },
    check: ({ email }) => checkEmail(email),
    send: ({ email }) => sendPasswordLink(email.trim()),
    onDone: (_, { email }) => setSentTo(email.trim()),
    onProblem: (problem) => {
      if (problem.is("not-possible")) {
        setImpossible(problem.message);
      }
    },
    takesFocus: true,
  });
  if (sentTo !== undefined) {
    return (
      <FrontMessage
        icon={<MailIcon size={20} />}
        title={pageTexts.forgotPassword.sentTitle}
        text={pageTexts.forgotPassword.sentText(sentTo)}
      >
        <p className={classes.text}>{pageTexts.forgotPassword.sentHint}</p>
        <BackToSignIn />
      </FrontMessage>
    );
  }
  if (impossible !== undefined) {
    return (
      <FrontMessage
        icon={<MailIcon size={20} />}
        title={pageTexts.forgotPassword.impossibleTitle}
        text={impossible}
      >
        <BackToSignIn />
      </FrontMessage>
    );
  }
  return (
    <form {...form.props}>
      <h1 className={classes.title}>{pageTexts.forgotPassword.title}</h1>
      <p className={classes.text}>{pageTexts.forgotPassword.text}</p>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          label={texts.fields.email}
          type="email"
          name="email"
          autoComplete="username"
          size="md"
          error={form.errors.email}
        />
        <WorkButton type="submit" size="md" fullWidth loading={form.isSending}>
          {pageTexts.forgotPassword.submit}
        </WorkButton>
      </Stack>
      <p className={classes.foot}>
        <BackToSignIn />
      </p>
    </form>
  );
}

function BackToSignIn() {
  return (
    <Anchor component={Link} to={paths.signIn()}>
      {pageTexts.forgotPassword.back}
    </Anchor>
  );
}
