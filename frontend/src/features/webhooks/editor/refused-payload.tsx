import { Alert } from "@mantine/core";
import type { FieldProblem, Violation } from "../../../api/schema";
import { AlertIcon } from "../../../components/icons";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./preview-step.module.css";

interface RefusedPayloadProps {
  violations: Violation[];
  problems: FieldProblem[];
  onPath: (path: string) => void;
  onProblem: (problem: FieldProblem) => void;
}

/** Why a payload becomes no record; each reason leads to where it is. */
export function RefusedPayload({ violations, problems, onPath, onProblem }: RefusedPayloadProps) {
  const { wouldBe400, wouldBe500, wholePayload } = pageTexts.previewStep;
  return (
    <Alert
      className={classes.refused}
      icon={<AlertIcon size={18} />}
      title={violations.length > 0 ? wouldBe400 : wouldBe500}
    >
      <ul className={classes.reasons}>
        {violations.map(({ path, message }) => (
          <li key={path + message}>
            <button type="button" title={path || wholePayload} onClick={() => onPath(path)}>
              {message}
            </button>
          </li>
        ))}
        {problems.map((problem) => (
          <li key={problem.field + problem.message}>
            <button type="button" onClick={() => onProblem(problem)}>
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
