import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import type { ApiProblem } from "../../api/problem";
import { CheckIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { WorkButton } from "../../components/work-button";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { ExpiredLink } from "./dead-link";
import classes from "./front-form.module.css";
import { FrontMessage } from "./front-message";
import { confirmEmail } from "./queries";

interface ConfirmEmailFormProps {
  token: string;
  onConfirmed: () => void;
}

/** Asks before it takes the address: programs that only look into e-mails open links, too. */
export function ConfirmEmailForm({ token, onConfirmed }: ConfirmEmailFormProps) {
  const confirm = useMutation<unknown, ApiProblem, void>({
    mutationFn: () => confirmEmail(token),
    onSuccess: onConfirmed,
  });
  if (confirm.isSuccess) {
    return (
      <FrontMessage
        icon={<CheckIcon size={20} />}
        title={pageTexts.confirmEmail.doneTitle}
        text={pageTexts.confirmEmail.doneText}
      >
        <Button component={Link} to={paths.home} size="md" fullWidth>
          {pageTexts.confirmEmail.goOn}
        </Button>
      </FrontMessage>
    );
  }
  if (confirm.error?.is("link-expired")) {
    return (
      <ExpiredLink
        text={pageTexts.links.expiredEmail}
        action={pageTexts.links.toAccount}
        to={paths.account}
      />
    );
  }
  return (
    <section>
      <h1 className={classes.title}>{pageTexts.confirmEmail.title}</h1>
      <p className={classes.text}>{pageTexts.confirmEmail.text}</p>
      <Stack gap="md">
        {confirm.error !== null && <ProblemAlert error={confirm.error} />}
        <WorkButton
          size="md"
          fullWidth
          loading={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {pageTexts.confirmEmail.submit}
        </WorkButton>
      </Stack>
    </section>
  );
}
