import { Checkbox, NativeSelect } from "@mantine/core";
import { formats } from "../../../lib/json-schema/formats";
import {
  type SampledProperty,
  type SampleType,
  sampleTypes,
} from "../../../lib/json-schema/schema-from-sample";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./sample-dialog.module.css";

interface SampledRowProps {
  property: SampledProperty;
  /** One of its values; undefined if it is only ever null. */
  example: string | undefined;
  /** What the sample had: more than one type is offered only where it was found. */
  foundTypes: SampleType[];
  isIncluded: boolean;
  onChange: (changes: Partial<SampledProperty>, isIncluded?: boolean) => void;
}

const formatChoices = [
  { value: "", label: pageTexts.sampleDialog.anyFormat },
  ...formats.map((format) => ({
    value: format,
    label: pageTexts.schemaStep.formats.get(format) ?? format,
  })),
];

export function SampledRow({
  property,
  example,
  foundTypes,
  isIncluded,
  onChange,
}: SampledRowProps) {
  const { types, format, isRequired, mayBeNull } = property;
  const name = property.name || pageTexts.sampleDialog.unnamed;
  return (
    <tr className={classes.row} data-left-out={!isIncluded || undefined}>
      <td className={classes.name}>
        <Checkbox
          label={name}
          aria-label={pageTexts.sampleDialog.includeOf(name)}
          checked={isIncluded}
          onChange={(event) => onChange({}, event.currentTarget.checked)}
        />
        {example !== undefined && (
          <div className={classes.example} title={example}>
            {example}
          </div>
        )}
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={pageTexts.sampleDialog.typeOf(name)}
          data={typeChoices(foundTypes)}
          value={types.join()}
          disabled={!isIncluded}
          onChange={(event) =>
            onChange({ types: event.currentTarget.value.split(",") as SampleType[] })
          }
        />
      </td>
      <td>
        {types.includes("string") && (
          <NativeSelect
            size="xs"
            aria-label={pageTexts.sampleDialog.formatOf(name)}
            data={formatChoices}
            value={format ?? ""}
            disabled={!isIncluded}
            onChange={(event) => onChange({ format: event.currentTarget.value || undefined })}
          />
        )}
      </td>
      <td data-caption={pageTexts.sampleDialog.required}>
        <Checkbox
          aria-label={pageTexts.sampleDialog.requiredOf(name)}
          checked={isRequired}
          disabled={!isIncluded}
          onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
        />
      </td>
      <td data-caption={pageTexts.sampleDialog.nullable}>
        <Checkbox
          aria-label={pageTexts.sampleDialog.nullableOf(name)}
          checked={mayBeNull}
          disabled={!isIncluded}
          onChange={(event) => onChange({ mayBeNull: event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
}

function typeChoices(foundTypes: SampleType[]) {
  const choices = foundTypes.length > 1 ? [foundTypes, ...single] : single;
  return choices.map((types) => ({
    value: types.join(),
    label: types.map((type) => pageTexts.schemaStep.types.get(type)).join(" / "),
  }));
}

const single: SampleType[][] = sampleTypes.map((type) => [type]);
