import { Badge, type Tone } from "../../../components/badge";
import tableClasses from "../../../components/data-table.module.css";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { kindOf, type MappingChange } from "./differences";
import classes from "./mapping-table.module.css";

interface MappingTableProps {
  label: string;
  changes: MappingChange[];
  fieldLabels: ReadonlyMap<string, string>;
  /** Whether it is a mapping and not what differs from another. */
  isWhole?: boolean;
}

export function MappingTable({ label, changes, fieldLabels, isWhole = false }: MappingTableProps) {
  return (
    <div className={tableClasses.frame}>
      <table
        className={`${tableClasses.table} ${tableClasses.stacked} ${classes.table}`}
        aria-label={label}
      >
        <thead>
          <tr>
            <th className={classes.field}>{pageTexts.versions.field}</th>
            {!isWhole && <th className={classes.change}>{pageTexts.versions.change}</th>}
            <th>{pageTexts.versions.value}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field} className={`${tableClasses.row} ${classes.row}`}>
              <td className={classes.field}>
                <div>{fieldLabels.get(change.field) ?? change.field}</div>
                {fieldLabels.has(change.field) && (
                  <div className={classes.name}>{change.field}</div>
                )}
              </td>
              {!isWhole && (
                <td className={classes.change}>
                  <ChangeBadge change={change} />
                </td>
              )}
              <td className={classes.values}>
                {change.before !== undefined && <Value kind="before" text={change.before} />}
                {change.after !== undefined && (
                  <Value kind={isWhole ? undefined : "after"} text={change.after} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tones: Record<keyof typeof pageTexts.versions.changes, Tone> = {
  added: "green",
  removed: "red",
  changed: "blue",
};

function ChangeBadge({ change }: { change: MappingChange }) {
  const kind = kindOf(change);
  return <Badge tone={tones[kind]}>{pageTexts.versions.changes[kind]}</Badge>;
}

function Value({ kind, text }: { kind: "before" | "after" | undefined; text: string }) {
  return (
    <div className={classes.value} data-kind={kind}>
      {kind !== undefined && <span className={classes.kind}>{pageTexts.versions[kind]}</span>}
      <span>{text === "" ? texts.common.none : text}</span>
    </div>
  );
}
