import { useMemo } from "react";
import type { SchemaProperty } from "../../../api/schema";
import { constraintsOf } from "../../../lib/json-schema/constraints";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./schema-step.module.css";

interface SchemaPropertiesProps {
  properties: SchemaProperty[];
  /** Whether there would be some if nothing else were wrong with it. */
  isBroken: boolean;
  schemaText: string;
}

/** Which properties a schema names, for whom reads no JSON. */
export function SchemaProperties({ properties, isBroken, schemaText }: SchemaPropertiesProps) {
  const constraints = useMemo(() => constraintsOf(schemaText), [schemaText]);
  return (
    <section aria-label={pageTexts.schemaStep.properties}>
      <h3 className={classes.title}>{pageTexts.schemaStep.properties}</h3>
      {properties.length === 0 ? (
        <p className={classes.help}>
          {isBroken ? pageTexts.schemaStep.brokenProperties : pageTexts.schemaStep.noProperties}
        </p>
      ) : (
        <table className={classes.table} aria-label={pageTexts.schemaStep.properties}>
          <thead>
            <tr>
              <th>{pageTexts.schemaStep.name}</th>
              <th>{pageTexts.schemaStep.type}</th>
            </tr>
          </thead>
          <tbody>
            {properties.map(({ name, types, format, isRequired, description }) => (
              <tr key={name}>
                <td>
                  <span className={classes.name}>{name || pageTexts.sampleDialog.unnamed}</span>
                  {isRequired && (
                    <span className={classes.required}>{pageTexts.schemaStep.required}</span>
                  )}
                  {constraints.has(name) && (
                    <div className={classes.constraints}>{asList(constraints.get(name) ?? [])}</div>
                  )}
                  {description && <div className={classes.description}>{description}</div>}
                </td>
                <td className={classes.type}>{pageTexts.schemaStep.typeOf(types, format)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
