import { Alert } from "@mantine/core";
import type { ActionDescription, FieldProblem, Violation } from "../../../api/schema";
import { AlertIcon } from "../../../components/icons";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./preview-step.module.css";

interface RefusedPayloadProps {
  violations: Violation[];
  problems: FieldProblem[];
  action: ActionDescription | undefined;
  onPath: (path: string) => void;
  onField: () => void;
}

/** Why a payload becomes no record; each reason leads to where it is. */
export function RefusedPayload({
  violations,
  problems,
  action,
  onPath,
  onField,
}: RefusedPayloadProps) {
  const labels = new Map(action?.fields.map(({ name, label }) => [name, label]));
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
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <button type="button" onClick={onField}>
              {pageTexts.previewStep.inField(labels.get(field) ?? field, message)}
            </button>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
