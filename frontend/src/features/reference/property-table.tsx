import * as pageTexts from "../../texts/page-texts";
import type { PropertyRow } from "./operations";
import { Prose } from "./prose";
import classes from "./reference.module.css";

export function PropertyTable({ rows }: { rows: PropertyRow[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{pageTexts.reference.name}</th>
          <th>{pageTexts.reference.type}</th>
          <th>{pageTexts.reference.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, type, isRequired, description }) => (
          <tr key={path}>
            <td>
              <code>{path}</code>
              {isRequired && (
                <span className={classes.required}>{pageTexts.reference.required}</span>
              )}
            </td>
            <td>{type}</td>
            <td>
              <Prose text={description} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
