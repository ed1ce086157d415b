import { type ReactNode, type Ref, useId } from "react";
import type { ActionField, SchemaProperty } from "../../../api/schema";
import {
  TemplateEditor,
  type TemplateEditorHandle,
} from "../../../components/template-editor/template-editor";
import * as pageTexts from "../../../texts/page-texts";
import { ChoicePicker } from "./choice-picker";
import { atField } from "./faults";
import { helpOf, typeOf } from "./field-facts";
import classes from "./field-list.module.css";

interface FieldRowProps {
  field: ActionField;
  value: string;
  properties: SchemaProperty[];
  warning: string | undefined;
  error: string | undefined;
  onChange: (value: string) => void;
  onFocus: () => void;
  /** Stands below the value, such as what iMIS suggests for it. */
  children?: ReactNode;
  ref: Ref<TemplateEditorHandle>;
}

/** One field of the action, and what goes into it. */
export function FieldRow({
  field,
  value,
  properties,
  warning,
  error,
  onChange,
  onFocus,
  children,
  ref,
}: FieldRowProps) {
  const id = useId();
  const help = helpOf(field);
  return (
    <li className={classes.row} data-at={atField(field.name)} onFocus={onFocus}>
      <div className={classes.about}>
        <div className={classes.names}>
          <span className={classes.label}>{field.label}</span>
          {field.isRequired && (
            <span className={classes.required}>{pageTexts.wizard.required}</span>
          )}
        </div>
        <div className={classes.facts}>
          {field.name !== field.label && <code className={classes.name}>{field.name}</code>}
          <span id={`${id}-type`}>{typeOf(field)}</span>
        </div>
      </div>
      <div className={classes.value}>
        <TemplateEditor
          ref={ref}
          label={pageTexts.wizard.valueOf(field.label)}
          value={value}
          onChange={onChange}
          properties={properties}
          describedBy={help === "" ? `${id}-type` : `${id}-type ${id}-help`}
          isRequired={field.isRequired}
          warning={warning}
          error={error}
        />
        {field.allowedValues.length > 0 && (
          <ChoicePicker
            label={field.label}
            choices={field.allowedValues.map((allowed) => ({ value: allowed, label: allowed }))}
            value={value}
            onChoose={onChange}
          />
        )}
        {children}
        {help !== "" && (
          <p id={`${id}-help`} className={classes.help}>
            {help}
          </p>
        )}
      </div>
    </li>
  );
}
