import type { ReactNode } from "react";
import { CodeBlock } from "../../../components/code-block";
import { Section } from "../../../components/section";
import { propertyChanges } from "../../../lib/json-schema/property-changes";
import { diffLines } from "../../../lib/line-diff";
import * as pageTexts from "../../../texts/page-texts";
import {
  asText,
  labelsWith,
  mappingChanges,
  panelChanges,
  panelFields,
  settingChanges,
  settingsOf,
} from "./differences";
import { MappingTable } from "./mapping-table";
import type { VersionInFull } from "./queries";
import { SchemaDiff } from "./schema-diff";
import { Summary } from "./summary";
import type { Labels } from "./versions";
import classes from "./versions.module.css";

interface VersionDifferenceProps {
  before: VersionInFull;
  after: VersionInFull;
  labels: Labels;
}

export function VersionDifference({ before, after, labels }: VersionDifferenceProps) {
  const settings = settingChanges(before, after, labels.actions);
  const mapping = mappingChanges(before.action.mapping, after.action.mapping);
  const panel = panelChanges(before, after);
  const fieldLabels = labelsWith(labels.fields, before, after);
  const lines = diffLines(asText(before), asText(after));
  const isSchemaSame = lines.every(({ kind }) => kind === "same");
  if (settings.length + mapping.length + panel.length === 0 && isSchemaSame) {
    return <p className={classes.note}>{pageTexts.versions.noDifference}</p>;
  }
  return (
    <>
      {settings.length > 0 && (
        <Settings
          settings={settings.map((each) => ({
            name: each.name,
            value: pageTexts.versions.fromTo(each.before, each.after),
          }))}
        />
      )}
      <Summary
        properties={isSchemaSame ? undefined : propertyChanges(before.schemaText, after.schemaText)}
        mapping={mapping}
        fieldLabels={fieldLabels}
      />
      <Section title={pageTexts.versions.schema}>
        {isSchemaSame ? (
          <p className={classes.note}>{pageTexts.versions.schemaSame}</p>
        ) : (
          <SchemaDiff lines={lines} />
        )}
      </Section>
      <Section title={pageTexts.versions.mapping}>
        {mapping.length === 0 ? (
          <p className={classes.note}>{pageTexts.versions.mappingSame}</p>
        ) : (
          <MappingTable
            label={pageTexts.versions.mapping}
            changes={mapping}
            fieldLabels={fieldLabels}
          />
        )}
      </Section>
      {panel.length > 0 && (
        <Section title={pageTexts.versions.panelFields}>
          <MappingTable
            label={pageTexts.versions.panelFields}
            changes={panel}
            fieldLabels={fieldLabels}
          />
        </Section>
      )}
    </>
  );
}

/** All of a version, where there is none to compare it with. */
export function VersionContent({ version, labels }: { version: VersionInFull; labels: Labels }) {
  const { mapping } = version.action;
  const fieldLabels = labelsWith(labels.fields, version);
  return (
    <>
      <Settings settings={settingsOf(version, labels.actions)} />
      <Section title={pageTexts.versions.schema}>
        <CodeBlock
          text={asText(version)}
          label={pageTexts.versions.schema}
          copyLabel={pageTexts.versions.copySchema}
        />
      </Section>
      <Section title={pageTexts.versions.mapping}>
        {mapping.length === 0 ? (
          <p className={classes.note}>{pageTexts.versions.mappingEmpty}</p>
        ) : (
          <MappingTable
            label={pageTexts.versions.mapping}
            changes={mapping.map(({ field, value }) => ({
              field,
              before: undefined,
              after: value,
            }))}
            fieldLabels={fieldLabels}
            isWhole
          />
        )}
      </Section>
      {version.panel && (
        <Section title={pageTexts.versions.panelFields}>
          <MappingTable
            label={pageTexts.versions.panelFields}
            changes={panelFields(version.panel)}
            fieldLabels={fieldLabels}
            isWhole
          />
        </Section>
      )}
    </>
  );
}

function Settings({ settings }: { settings: { name: string; value: ReactNode }[] }) {
  return (
    <Section title={pageTexts.versions.settings}>
      <dl className={classes.settings}>
        {settings.map(({ name, value }) => (
          <div key={name} className={classes.setting}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
