import type { ReactNode } from "react";
import { Badge, type Tone } from "../../../components/badge";
import { Section } from "../../../components/section";
import type { PropertyChange } from "../../../lib/json-schema/property-changes";
import * as pageTexts from "../../../texts/page-texts";
import { kindOf, type MappingChange } from "./differences";
import classes from "./summary.module.css";

const tones: Record<PropertyChange["kind"], Tone> = {
  added: "green",
  removed: "red",
  changed: "blue",
};

interface SummaryProps {
  /** Undefined if the schema is the same. */
  properties: PropertyChange[] | undefined;
  mapping: MappingChange[];
  fieldLabels: ReadonlyMap<string, string>;
}

/** What differs, for whom reads no JSON: by property, and by field that is mapped. */
export function Summary({ properties, mapping, fieldLabels }: SummaryProps) {
  if (properties === undefined && mapping.length === 0) {
    return null;
  }
  return (
    <Section title={pageTexts.versions.summary}>
      {properties !== undefined && (
        <Changes title={pageTexts.versions.properties}>
          {properties.map(({ name, kind, facts }) => (
            <Change key={name} kind={kind} name={<code>{name || pageTexts.versions.unnamed}</code>}>
              {facts.join(" · ")}
            </Change>
          ))}
        </Changes>
      )}
      {mapping.length > 0 && (
        <Changes title={pageTexts.versions.mappedFields}>
          {mapping.map((change) => (
            <Change
              key={change.field}
              kind={kindOf(change)}
              name={fieldLabels.get(change.field) ?? change.field}
            />
          ))}
        </Changes>
      )}
    </Section>
  );
}

function Changes({ title, children }: { title: string; children: ReactNode[] }) {
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {children.length === 0 ? (
        <p className={classes.none}>{pageTexts.versions.propertiesSame}</p>
      ) : (
        <ul className={classes.changes} aria-label={title}>
          {children}
        </ul>
      )}
    </div>
  );
}

interface ChangeProps {
  kind: PropertyChange["kind"];
  name: ReactNode;
  children?: ReactNode;
}

function Change({ kind, name, children }: ChangeProps) {
  return (
    <li className={classes.change}>
      <Badge tone={tones[kind]}>{pageTexts.versions.changes[kind]}</Badge>
      <span className={classes.text}>
        {name} {children && <span className={classes.facts}>{children}</span>}
      </span>
    </li>
  );
}
