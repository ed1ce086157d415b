import { visible } from "../../lib/visible";
import classes from "./record-table.module.css";

interface RecordTableProps {
  label: string;
  values: readonly { field: string; value: string }[];
  /** What fields are called on screen, by the name that iMIS gives them. */
  labels?: ReadonlyMap<string, string> | undefined;
}

/** A record field by field, each value in the form that iMIS gets it. */
export function RecordTable({ label, values, labels }: RecordTableProps) {
  return (
    <dl className={classes.record} aria-label={label}>
      {values.map(({ field, value }) => (
        <div key={field}>
          <dt>{labels?.get(field) ?? field}</dt>
          <dd>{visible(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
