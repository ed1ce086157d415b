import { Checkbox, Select } from "@mantine/core";
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
  /** What the sample had: more than one type is offered only where it was found. */
  foundTypes: SampleType[];
  isIncluded: boolean;
  onChange: (changes: Partial<SampledProperty>, isIncluded?: boolean) => void;
}

const formatChoices = [
  { value: "", label: pageTexts.sampleDialog.anyFormat },
  ...formats.map((format) => ({
    value: format,
    label: pageTexts.schemaStep.formats[format] ?? format,
  })),
];

export function SampledRow({ property, foundTypes, isIncluded, onChange }: SampledRowProps) {
  const { name, types, format, isRequired, mayBeNull } = property;
  return (
    <tr className={classes.row} data-left-out={!isIncluded || undefined}>
      <td className={classes.name}>
        <Checkbox
          label={name}
          aria-label={pageTexts.sampleDialog.includeOf(name)}
          checked={isIncluded}
          onChange={(event) => onChange({}, event.currentTarget.checked)}
        />
      </td>
      <td>
        <Select
          size="xs"
          aria-label={pageTexts.sampleDialog.typeOf(name)}
          data={typeChoices(foundTypes)}
          value={types.join()}
          allowDeselect={false}
          disabled={!isIncluded}
          onChange={(chosen) =>
            onChange({ types: (chosen ?? "string").split(",") as SampleType[] })
          }
        />
      </td>
      <td>
        {types.includes("string") && (
          <Select
            size="xs"
            aria-label={pageTexts.sampleDialog.formatOf(name)}
            data={formatChoices}
            value={format ?? ""}
            allowDeselect={false}
            disabled={!isIncluded}
            onChange={(chosen) => onChange({ format: chosen || undefined })}
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
    label: types.map((type) => pageTexts.schemaStep.types[type]).join(" / "),
  }));
}

const single: SampleType[][] = sampleTypes.map((type) => [type]);
