import { Skeleton } from "@mantine/core";
import type { ActionDescription } from "../../../api/schema";
import { ProblemAlert } from "../../../components/problem-alert";
import { locate, type TextPlace } from "../../../lib/json-text";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { FaultList } from "./fault-list";
import { atField, type Fault } from "./faults";
import { PreviewRecord } from "./preview-record";
import classes from "./preview-step.module.css";
import { RefusedPayload } from "./refused-payload";
import type { usePreview } from "./use-preview";

interface PreviewAnswerProps {
  preview: ReturnType<typeof usePreview>;
  action: ActionDescription | undefined;
  /** What is wrong with the steps before: there is no preview until it is mended. */
  faults: Fault[];
  onFault: (fault: Fault) => void;
  onPlace: (place: TextPlace) => void;
  /** A value that does not fit, of this payload. */
  onMisfit: (fault: Fault) => void;
}

export function PreviewAnswer(props: PreviewAnswerProps) {
  const { preview } = props;
  return (
    <section
      aria-label={pageTexts.previewStep.result}
      aria-live="polite"
      aria-busy={preview.query.isFetching}
    >
      {!preview.isJson && <p className={classes.notJson}>{pageTexts.previewStep.notJson}</p>}
      <Answer {...props} />
    </section>
  );
}

function Answer({ preview, action, faults, onFault, onPlace, onMisfit }: PreviewAnswerProps) {
  const { query, latest, isJson, settled } = preview;
  if (faults.length > 0) {
    return <FaultList faults={faults} action={action} onGo={onFault} />;
  }
  if (query.error !== null && isJson) {
    return (
      <ProblemAlert
        title={pageTexts.previewStep.failed}
        error={query.error}
        onRetry={query.refetch}
        isRetrying={query.isFetching}
      />
    );
  }
  if (latest === undefined) {
    return isJson ? (
      <Skeleton height={180} aria-label={texts.common.loading} />
    ) : (
      <p className={classes.help}>{pageTexts.previewStep.waiting}</p>
    );
  }
  return (
    <>
      {!isJson && <p className={classes.help}>{pageTexts.previewStep.lastJson}</p>}
      {latest.violations.length + latest.problems.length > 0 ? (
        <RefusedPayload
          violations={latest.violations}
          problems={latest.problems}
          onPath={(path) => {
            const place = locate(settled, path);
            if (place !== undefined) {
              onPlace(place);
            }
          }}
          onProblem={({ field, message }) =>
            onMisfit({ step: "action", at: atField(field), message })
          }
        />
      ) : (
        <PreviewRecord record={latest.record ?? []} action={action} />
      )}
    </>
  );
}
