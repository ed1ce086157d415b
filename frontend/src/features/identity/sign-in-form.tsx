import { Alert, Anchor, Button, Stack, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { asProblem } from "../../api/problem";
import { CodeField } from "../../components/code-field";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import { WorkButton } from "../../components/work-button";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./front-form.module.css";
import { signIn } from "./queries";

interface SignInFormProps {
  /** What stands above the fields of the first step. */
  children?: ReactNode;
  notice?: string | undefined;
  /** The only address that may sign in; whoever signs in says, if it is left out. */
  email?: string;
  submit?: string;
  onSignedIn: () => unknown;
}

export function SignInForm({
  children,
  notice,
  email,
  submit = pageTexts.signIn.submit,
  onSignedIn,
}: SignInFormProps) {
  /** Whose code is asked for; undefined in the first step. */
  const [asked, setAsked] = useState<string>();
  const isFirstStep = asked === undefined;
  const form = useApiForm({
    fields: {
      email: texts.fields.emailMissing,
      password: texts.fields.passwordMissing,
      code: isFirstStep ? undefined : texts.fields.codeMissing,
    },
    send: async (values) => {
      const request = { ...values, email: values.email.trim(), code: values.code || null };
      try {
        await signIn(request);
      } catch (problem) {
        if (request.code === null && asksForCode(problem)) {
          setAsked(request.email);
          return "asks-for-code";
        }
        throw problem;
      }
      await onSignedIn();
      return "signed-in";
    },
    onProblem: (problem, element) => {
      if (problem.errors.length === 0) {
        selectAll(element, isFirstStep ? "password" : "code");
      }
    },
    takesFocus: true,
  });
  const isCodeWrong = form.problem !== null && asksForCode(form.problem);
  // A page for one address has a headline of its own.
  const Heading = email === undefined ? "h1" : "h2";
  const startAgain = () => {
    setAsked(undefined);
    form.reset();
  };
  return (
    <form {...form.props}>
      {isFirstStep ? (
        children
      ) : (
        <>
          <Heading className={classes.title}>{pageTexts.signIn.codeTitle}</Heading>
          <p className={classes.text}>{pageTexts.signIn.codeText(asked)}</p>
        </>
      )}
      <Stack gap="md">
        {isFirstStep && notice !== undefined && form.problem === null && (
          <Alert color="gray">{notice}</Alert>
        )}
        {form.problem !== null && !isCodeWrong && <ProblemAlert error={form.problem} />}
        {/* They stay in the form, out of sight: the code is sent together with them. */}
        <Stack gap="md" display={isFirstStep ? undefined : "none"}>
          <TextInput
            label={texts.fields.email}
            type="email"
            name="email"
            autoComplete="username"
            size="md"
            defaultValue={email}
            readOnly={email !== undefined}
            error={form.errors.email}
          />
          <PasswordField size="md" error={form.errors.password} />
          <div className={classes.beside}>
            <Anchor component={Link} to={paths.forgotPassword} size="sm">
              {pageTexts.signIn.forgot}
            </Anchor>
          </div>
        </Stack>
        {!isFirstStep && (
          <CodeField
            size="md"
            error={form.errors.code ?? (isCodeWrong ? form.problem?.message : undefined)}
            takesRecoveryCodes
            takesFocus
          />
        )}
        <WorkButton type="submit" size="md" fullWidth loading={form.isSending}>
          {isFirstStep ? submit : pageTexts.signIn.submitCode}
        </WorkButton>
        {!isFirstStep && (
          <Button variant="subtle" color="gray" fullWidth onClick={startAgain}>
            {email === undefined ? pageTexts.signIn.somebodyElse : texts.shell.back}
          </Button>
        )}
      </Stack>
    </form>
  );
}

function asksForCode(problem: unknown): boolean {
  return asProblem(problem).is("second-factor-code-required");
}

function selectAll(form: HTMLFormElement | null, name: string) {
  const input = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  input?.focus();
  input?.select();
}
