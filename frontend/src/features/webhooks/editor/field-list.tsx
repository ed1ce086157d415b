import { Switch, TextInput } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import type { ActionField, SchemaProperty } from "../../../api/schema";
import { SearchIcon } from "../../../components/icons";
import type { TemplateEditorHandle } from "../../../components/template-editor/template-editor";
import * as pageTexts from "../../../texts/page-texts";
import { mapped, type Values } from "./draft";
import { atField, lostFields } from "./faults";
import { choiceWarning, type FieldChoices } from "./field-choices";
import { matches } from "./field-facts";
import { type KnownProperties, warningOf } from "./field-fit";
import classes from "./field-list.module.css";
import { FieldRow } from "./field-row";
import { LostFields } from "./lost-fields";

interface FieldListProps {
  fields: ActionField[];
  values: Values;
  properties: SchemaProperty[];
  lengths: KnownProperties["lengths"];
  faults: Record<string, string>;
  /** The fields that a record of what is chosen uses. */
  used: ReadonlyMap<string, string>;
  choices: FieldChoices[];
  /** Shows what iMIS suggests for a field. */
  suggest: (field: ActionField, suggested: FieldChoices) => ReactNode;
  onChange: (field: string, value: string) => void;
  onFocus: (field: ActionField) => void;
  /** Keeps the editor of each field, to insert properties into it. */
  onEditor: (field: string, editor: TemplateEditorHandle | null) => void;
}

export function FieldList({
  fields,
  values,
  properties,
  lengths,
  faults,
  used,
  choices,
  suggest,
  onChange,
  onFocus,
  onEditor,
}: FieldListProps) {
  const searchField = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState("");
  // The fields that are shown, taken when the filter was turned on: none goes while it is emptied.
  const [shown, setShown] = useState<Set<string>>();
  const filled = mapped(values);
  const isUsed = (field: ActionField) => used.has(field.name) && !isVital(field);
  const suggestedFor = ({ name }: ActionField) => choices.find(({ field }) => field === name);
  const found = fields.filter(
    (field) =>
      faults[atField(field.name)] !== undefined ||
      ((shown === undefined || shown.has(field.name)) && matches(field, search)),
  );
  const groups = [
    { title: pageTexts.wizard.requiredGroup, fields: found.filter(isVital) },
    { title: pageTexts.wizard.usedGroup, fields: found.filter((field) => isUsed(field)) },
    {
      title: pageTexts.wizard.optionalGroup,
      fields: found.filter((field) => !isVital(field) && !isUsed(field)),
    },
  ].filter((group) => group.fields.length > 0);
  return (
    <>
      <div className={classes.bar}>
        <TextInput
          ref={searchField}
          type="search"
          className={classes.search}
          aria-label={pageTexts.wizard.searchFields}
          placeholder={pageTexts.wizard.searchFields}
          leftSection={<SearchIcon />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Switch
          label={pageTexts.wizard.onlyMapped}
          checked={shown !== undefined}
          onChange={(event) =>
            setShown(event.currentTarget.checked ? new Set(filled.keys()) : undefined)
          }
        />
        <span className={classes.count} role="status">
          {pageTexts.wizard.mappedCount(filled.size, fields.length)}
        </span>
      </div>
      <LostFields
        names={lostFields(values, fields)}
        values={values}
        onRemove={(name) => {
          onChange(name, "");
          // Its button goes with its row.
          searchField.current?.focus();
        }}
      />
      {groups.length === 0 && (
        <p className={classes.none}>
          {search.trim() === "" ? pageTexts.wizard.noFieldMapped : pageTexts.wizard.noFieldMatches}
        </p>
      )}
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h3 className={classes.group}>{group.title}</h3>
          <ul className={classes.list}>
            {group.fields.map((field) => {
              const value = values.get(field.name) ?? "";
              const suggested = suggestedFor(field);
              return (
                <FieldRow
                  key={field.name}
                  ref={(editor) => onEditor(field.name, editor)}
                  field={field}
                  value={value}
                  properties={properties}
                  warning={
                    (suggested && choiceWarning(suggested, values)) ??
                    warningOf(field, value, { properties, lengths })
                  }
                  error={faults[atField(field.name)]}
                  onChange={(changed) => onChange(field.name, changed)}
                  onFocus={() => onFocus(field)}
                >
                  {suggested && suggest(field, suggested)}
                </FieldRow>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What becomes something of its own when it is blank belongs to the fields that each record has. */
function isVital(field: ActionField): boolean {
  return field.isRequired || Boolean(field.defaultsTo);
}
