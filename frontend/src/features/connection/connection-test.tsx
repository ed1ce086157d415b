import { Alert, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/problem";
import type { ConnectionTestResponse } from "../../api/schema";
import { AlertIcon, CheckIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { WorkButton } from "../../components/work-button";
import * as pageTexts from "../../texts/page-texts";
import classes from "./connection.module.css";
import { connectionQuery, testConnection } from "./queries";

interface ConnectionTestProps {
  organizationId: string;
  /** Whether the natural next thing is to test. */
  isJustSaved: boolean;
  /** Whether something was typed that is not saved, so that the test does not know it. */
  isChanged: boolean;
}

export function ConnectionTest({ organizationId, isJustSaved, isChanged }: ConnectionTestProps) {
  const queryClient = useQueryClient();
  const test = useMutation<ConnectionTestResponse, ApiProblem>({
    mutationFn: () => testConnection(organizationId),
    // Whether iMIS takes the credentials is a fact of the connection, too.
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: connectionQuery(organizationId).queryKey }),
  });
  const { data: found, error } = test;
  const isTested = found !== undefined;
  return (
    <Stack gap="md">
      <div className={classes.testFoot}>
        <WorkButton
          variant={isJustSaved && !isTested ? "filled" : "default"}
          onClick={() => test.mutate()}
          loading={test.isPending}
        >
          {isTested ? pageTexts.connection.testAgain : pageTexts.connection.testSubmit}
        </WorkButton>
        <span className={classes.hint} role="status">
          {test.isPending && pageTexts.connection.testing}
          {!test.isPending && isChanged && pageTexts.connection.testSaved}
        </span>
      </div>
      {error !== null && <ProblemAlert title={pageTexts.connection.testFailed} error={error} />}
      {isTested && !test.isPending && <Found found={found} />}
    </Stack>
  );
}

function Found({ found }: { found: ConnectionTestResponse }) {
  if (found.works) {
    return (
      <Alert
        role="status"
        className={classes.works}
        icon={<CheckIcon size={18} />}
        title={pageTexts.connection.works}
      >
        {found.message}
      </Alert>
    );
  }
  const advice = pageTexts.connectionAdvice[found.failure ?? ""];
  return (
    <Alert
      role="alert"
      className={classes.fails}
      icon={<AlertIcon size={18} />}
      title={advice?.title ?? pageTexts.connection.doesNotWork}
    >
      {advice === undefined ? (
        found.message
      ) : (
        <>
          <p className={classes.text}>{pageTexts.connection.mend}</p>
          <ol className={classes.steps}>
            {advice.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </Alert>
  );
}
