import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { LoginRequest } from "../../api/schema";
import { ProblemAlert } from "../../components/problem-alert";
import { texts } from "../../texts/texts";
import { useSignIn } from "./queries";
import classes from "./sign-in-form.module.css";

interface SignInFormProps {
  hasEnded: boolean;
  onSignedIn: () => void;
}

type Missing = Partial<Record<keyof LoginRequest, string>>;

export function SignInForm({ hasEnded, onSignedIn }: SignInFormProps) {
  const signIn = useSignIn(onSignedIn);
  const [missing, setMissing] = useState<Missing>({});
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    email.current?.focus();
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const request = {
      email: email.current?.value.trim() ?? "",
      password: password.current?.value ?? "",
    };
    const found = findMissing(request);
    setMissing(found);
    if (found.email !== undefined) {
      email.current?.focus();
    } else if (found.password !== undefined) {
      password.current?.focus();
    } else {
      signIn.mutate(request, { onError: () => selectAll(password.current) });
    }
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <h1 className={classes.title}>{texts.signIn.title}</h1>
      <Stack gap="md">
        {hasEnded && !signIn.isError && <Alert color="gray">{texts.signIn.ended}</Alert>}
        {signIn.isError && <ProblemAlert error={signIn.error} />}
        <TextInput
          ref={email}
          label={texts.signIn.email}
          type="email"
          name="email"
          autoComplete="username"
          size="md"
          error={missing.email}
        />
        <PasswordInput
          ref={password}
          label={texts.signIn.password}
          name="password"
          autoComplete="current-password"
          size="md"
          error={missing.password}
        />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
          {texts.signIn.submit}
        </Button>
      </Stack>
    </form>
  );
}

function findMissing({ email, password }: LoginRequest): Missing {
  return {
    ...(email === "" && { email: texts.signIn.emailMissing }),
    ...(password === "" && { password: texts.signIn.passwordMissing }),
  };
}

function selectAll(input: HTMLInputElement | null) {
  input?.focus();
  input?.select();
}
