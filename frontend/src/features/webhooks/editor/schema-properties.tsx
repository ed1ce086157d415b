import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import type { Privacy, SchemaProperty } from "../../../api/schema";
import { constraintsOf } from "../../../lib/json-schema/constraints";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import type { Keeping } from "./draft";
import classes from "./schema-step.module.css";

interface SchemaPropertiesProps {
  properties: SchemaProperty[];
  /** Whether there would be some if nothing else were wrong with it. */
  isBroken: boolean;
  schemaText: string;
  privacy: Keeping;
  /** What is wrong with how properties are kept. */
  fault: string | undefined;
  onPrivacyChange: (privacy: Keeping) => void;
}

/** Which properties a schema names, for whom reads no JSON, and how each is kept. */
export function SchemaProperties({
  properties,
  isBroken,
  schemaText,
  privacy,
  fault,
  onPrivacyChange,
}: SchemaPropertiesProps) {
  const constraints = useMemo(() => constraintsOf(schemaText), [schemaText]);
  // Those that the schema had: what is said of them must be taken back, or the schema.
  const lost = isBroken
    ? []
    : [...privacy.keys()].filter((name) => !properties.some((property) => property.name === name));
  const keep = (name: string, how: string) => {
    const kept = new Map(privacy);
    if (how === "masked" || how === "neverStored") {
      kept.set(name, how);
    } else {
      kept.delete(name);
    }
    onPrivacyChange(kept);
  };
  return (
    <section aria-label={pageTexts.schemaStep.properties} data-at="privacy">
      <h3 className={classes.title}>{pageTexts.schemaStep.properties}</h3>
      {properties.length + lost.length === 0 ? (
        <p className={classes.help}>
          {isBroken ? pageTexts.schemaStep.brokenProperties : pageTexts.schemaStep.noProperties}
        </p>
      ) : (
        <table className={classes.table} aria-label={pageTexts.schemaStep.properties}>
          <thead>
            <tr>
              <th>{pageTexts.schemaStep.name}</th>
              <th>{pageTexts.schemaStep.type}</th>
              <th>{pageTexts.schemaStep.kept}</th>
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
                <td>
                  <KeptAs name={name} how={privacy.get(name)} onChange={keep} />
                </td>
              </tr>
            ))}
            {lost.map((name) => (
              <tr key={name}>
                <td colSpan={2}>
                  <span className={classes.name}>{name || pageTexts.sampleDialog.unnamed}</span>
                  <div className={classes.description}>{pageTexts.schemaStep.lostProperty}</div>
                </td>
                <td>
                  <KeptAs name={name} how={privacy.get(name)} onChange={keep} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(properties.length > 0 || lost.length > 0) && (
        <p className={`${classes.help} ${classes.keptHelp}`}>{pageTexts.schemaStep.keptHelp}</p>
      )}
      <p className={classes.fault} role="alert">
        {fault}
      </p>
    </section>
  );
}

interface KeptAsProps {
  name: string;
  how: keyof Privacy | undefined;
  onChange: (name: string, how: string) => void;
}

function KeptAs({ name, how, onChange }: KeptAsProps) {
  return (
    <NativeSelect
      size="xs"
      className={classes.kept}
      aria-label={pageTexts.schemaStep.keptAs(name || pageTexts.sampleDialog.unnamed)}
      data={pageTexts.schemaStep.keepings}
      value={how ?? "stored"}
      onChange={(event) => onChange(name, event.currentTarget.value)}
    />
  );
}
