import { Alert, Group, Text } from "@mantine/core";
import { type ApiProblem, asProblem } from "../api/problem";
import { asTimeOfDay } from "../lib/dates";
import { texts } from "../texts/texts";
import { AlertIcon } from "./icons";
import classes from "./problem-alert.module.css";
import { WorkButton } from "./work-button";

interface ProblemAlertProps {
  error: unknown;
  title?: string;
  onRetry?: () => void;
  isRetrying?: boolean;
  /** Puts it away. */
  onClose?: () => void;
}

export function ProblemAlert({
  error,
  title,
  onRetry,
  isRetrying = false,
  onClose,
}: ProblemAlertProps) {
  const problem = asProblem(error);
  const sentences =
    problem.errors.length > 0 ? problem.errors.map((e) => e.detail) : [sentenceOf(problem)];
  return (
    <Alert
      role="alert"
      color="red"
      className={classes.root}
      icon={<AlertIcon size={18} />}
      title={title}
      {...(onClose && { withCloseButton: true, closeButtonLabel: texts.common.close, onClose })}
    >
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {problem.traceId !== undefined && (
        <Text size="xs" mt={4} c="dimmed">
          {texts.errors.trace(problem.traceId)}
        </Text>
      )}
      {onRetry !== undefined && (
        <Group mt="sm">
          <WorkButton size="sm" variant="default" onClick={onRetry} loading={isRetrying}>
            {texts.common.retry}
          </WorkButton>
        </Group>
      )}
    </Alert>
  );
}

/** An hour stays right however long somebody looks at it; "in two minutes" does not. */
function sentenceOf({ status, retryAt, message }: ApiProblem): string {
  return status === 429 && retryAt !== undefined
    ? texts.errors.tooMany(asTimeOfDay(retryAt))
    : message;
}
