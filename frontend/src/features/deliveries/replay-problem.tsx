import { Alert } from "@mantine/core";
import type { ApiProblem } from "../../api/problem";
import { ViolationList } from "../../components/delivery/violations";
import { AlertIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import * as pageTexts from "../../texts/page-texts";

/** Why a delivery was not replayed. */
export function ReplayProblem({ problem }: { problem: ApiProblem }) {
  // The questions that these ask stand above already.
  if (problem.is("replay-not-confirmed") || problem.is("replay-incomplete")) {
    return null;
  }
  if (!problem.is("replay-refused")) {
    return <ProblemAlert error={problem} />;
  }
  return (
    <Alert
      role="alert"
      color="red"
      icon={<AlertIcon size={18} />}
      title={pageTexts.deliveryDetail.refusedTitle}
    >
      <ViolationList
        violations={problem.errors.map(({ pointer, detail }) => ({
          path: pointer,
          keyword: "",
          message: detail,
        }))}
      />
    </Alert>
  );
}
