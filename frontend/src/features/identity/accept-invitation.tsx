import { Alert, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiProblem } from "../../api/problem";
import type { MeResponse } from "../../api/schema";
import { NewPasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import { WorkButton } from "../../components/work-button";
import { checkNewPassword } from "../../lib/field-checks";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./front-form.module.css";
import { acceptAsNewUser, acceptAsUser, useSignOut } from "./queries";
import { SignInForm } from "./sign-in-form";

interface AcceptProps {
  token: string;
  onAccepted: () => unknown;
}

export function AcceptAsNewUser({ token, email, onAccepted }: AcceptProps & { email: string }) {
  const form = useApiForm({
    fields: { name: texts.fields.nameMissing, password: texts.fields.newPasswordMissing },
    check: ({ password }) => checkNewPassword(password, "password"),
    send: (values) => acceptAsNewUser({ token, ...values }),
    onDone: onAccepted,
    takesFocus: true,
  });
  return (
    <form {...form.props}>
      <p className={classes.text}>{pageTexts.invitation.newAccount}</p>
      <Stack gap="md">
        {/* For the browser's store of passwords, which wants to know whose one is chosen. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextInput
          name="name"
          label={texts.fields.name}
          autoComplete="name"
          size="md"
          error={form.errors.name}
        />
        <NewPasswordField size="md" error={form.errors.password} />
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <WorkButton type="submit" size="md" fullWidth loading={form.isSending}>
          {pageTexts.invitation.accept}
        </WorkButton>
      </Stack>
    </form>
  );
}

export function SignInToAccept({ token, email, onAccepted }: AcceptProps & { email: string }) {
  const [isSignedIn, setIsSignedIn] = useState(false);
  const accept = useAccept(token, onAccepted);
  if (isSignedIn) {
    return <AcceptButton accept={accept} />;
  }
  return (
    <SignInForm
      email={email}
      submit={pageTexts.invitation.signInAndAccept}
      onSignedIn={() => {
        setIsSignedIn(true);
        accept.mutate();
      }}
    >
      <p className={classes.text}>{pageTexts.invitation.hasAccount}</p>
    </SignInForm>
  );
}

export function AcceptAsUser({ token, me, onAccepted }: AcceptProps & { me: MeResponse }) {
  return (
    <>
      <p className={classes.text}>{pageTexts.invitation.signedInAs(me.email)}</p>
      <AcceptButton accept={useAccept(token, onAccepted)} />
    </>
  );
}

interface SignOutFirstProps {
  invited: string;
  me: MeResponse;
  onSignedOut: () => unknown;
}

export function SignOutFirst({ invited, me, onSignedOut }: SignOutFirstProps) {
  const signOut = useSignOut();
  return (
    <Stack gap="md">
      <Alert color="yellow" className={classes.warning}>
        {pageTexts.invitation.otherUser(invited, me.email)}
      </Alert>
      {signOut.error !== null && <ProblemAlert error={signOut.error} />}
      <WorkButton
        size="md"
        fullWidth
        loading={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: onSignedOut })}
      >
        {pageTexts.invitation.signOut}
      </WorkButton>
    </Stack>
  );
}

function useAccept(token: string, onAccepted: () => unknown) {
  return useMutation<unknown, ApiProblem, void>({
    mutationFn: () => acceptAsUser(token),
    onSuccess: onAccepted,
  });
}

function AcceptButton({ accept }: { accept: ReturnType<typeof useAccept> }) {
  return (
    <Stack gap="md">
      {accept.error !== null && <ProblemAlert error={accept.error} />}
      <WorkButton size="md" fullWidth loading={accept.isPending} onClick={() => accept.mutate()}>
        {pageTexts.invitation.accept}
      </WorkButton>
    </Stack>
  );
}
