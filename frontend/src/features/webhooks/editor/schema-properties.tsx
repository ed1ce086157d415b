import { useMemo } from "react";
import type { SchemaProperty } from "../../../api/schema";
import { constraintsOf } from "../../../lib/json-schema/constraints";
import { texts } from "../../../texts/texts";
import classes from "./schema-step.module.css";

interface SchemaPropertiesProps {
  properties: SchemaProperty[];
  schemaText: string;
}

/** Which properties a schema names, for whom reads no JSON. */
export function SchemaProperties({ properties, schemaText }: SchemaPropertiesProps) {
  const constraints = useMemo(() => constraintsOf(schemaText), [schemaText]);
  return (
    <section className={classes.side} aria-label={texts.schemaStep.properties}>
      <h3 className={classes.title}>{texts.schemaStep.properties}</h3>
      {properties.length === 0 ? (
        <p className={classes.help}>{texts.schemaStep.noProperties}</p>
      ) : (
        <table className={classes.table} aria-label={texts.schemaStep.properties}>
          <thead>
            <tr>
              <th>{texts.schemaStep.name}</th>
              <th>{texts.schemaStep.type}</th>
            </tr>
          </thead>
          <tbody>
            {properties.map(({ name, types, format, isRequired, description }) => (
              <tr key={name}>
                <td>
                  <span className={classes.name}>{name}</span>
                  {isRequired && (
                    <span className={classes.required}>{texts.schemaStep.required}</span>
                  )}
                  {constraints.has(name) && (
                    <div className={classes.constraints}>{constraints.get(name)?.join(", ")}</div>
                  )}
                  {description && <div className={classes.description}>{description}</div>}
                </td>
                <td className={classes.type}>{texts.schemaStep.typeOf(types, format)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
