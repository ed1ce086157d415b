import type { ActionDescription, PreviewField } from "../../../api/schema";
import { RecordTable } from "../../../components/delivery/record-table";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./preview-step.module.css";

interface PreviewRecordProps {
  record: PreviewField[];
  action: ActionDescription | undefined;
}

/** The values that would be sent, each in the form that iMIS gets it. */
export function PreviewRecord({ record, action }: PreviewRecordProps) {
  const labels = new Map(action?.fields.map(({ name, label }) => [name, label]));
  return (
    <>
      <h3 className={classes.title}>{pageTexts.previewStep.record}</h3>
      {record.length === 0 ? (
        <p className={classes.help}>{pageTexts.previewStep.emptyRecord}</p>
      ) : (
        <RecordTable label={pageTexts.previewStep.record} values={record} labels={labels} />
      )}
    </>
  );
}
