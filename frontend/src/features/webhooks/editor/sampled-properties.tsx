import { Button, Checkbox, Group, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { NestedProperty, SampledProperty } from "../../../lib/json-schema/schema-from-sample";
import * as pageTexts from "../../../texts/page-texts";
import type { Found } from "./sample-dialog";
import classes from "./sample-dialog.module.css";
import { SampledRow } from "./sampled-row";

interface SampledPropertiesProps {
  found: Found;
  /** A value of each property. */
  examples: ReadonlyMap<string, string>;
  replaces: boolean;
  onBack: () => void;
  onUse: (properties: SampledProperty[]) => void;
}

/** What was found in a sample, to be corrected. */
export function SampledProperties({
  found,
  examples,
  replaces,
  onBack,
  onUse,
}: SampledPropertiesProps) {
  const [rows, setRows] = useState(() =>
    // No value can refer to what has no name.
    found.properties.map((property) => ({ property, isIncluded: property.name !== "" })),
  );
  const start = useRef<HTMLParagraphElement>(null);
  useEffect(() => start.current?.focus(), []);

  const included = rows.filter(({ isIncluded }) => isIncluded).map(({ property }) => property);
  return (
    <Stack gap="md">
      <p ref={start} tabIndex={-1} className={classes.text}>
        {pageTexts.sampleDialog.found(found.properties.length, found.objects)}
      </p>
      <Group gap="lg">
        <AllOrNone
          label={pageTexts.sampleDialog.includeAll}
          count={included.length}
          total={rows.length}
          onChange={(isIncluded) => setRows(rows.map((row) => ({ ...row, isIncluded })))}
        />
        <AllOrNone
          label={pageTexts.sampleDialog.requireAll}
          count={included.filter(({ isRequired }) => isRequired).length}
          total={included.length}
          onChange={(isRequired) =>
            setRows(
              rows.map((row) =>
                row.isIncluded ? { ...row, property: { ...row.property, isRequired } } : row,
              ),
            )
          }
        />
      </Group>
      {rows.length > 0 && (
        <table className={classes.table} aria-label={pageTexts.sampleDialog.table}>
          <thead>
            <tr>
              <th>{pageTexts.sampleDialog.name}</th>
              <th>{pageTexts.sampleDialog.type}</th>
              <th>{pageTexts.sampleDialog.format}</th>
              <th>{pageTexts.sampleDialog.required}</th>
              <th>{pageTexts.sampleDialog.nullable}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ property, isIncluded }, index) => (
              <SampledRow
                key={property.name}
                property={property}
                example={examples.get(property.name)}
                foundTypes={found.properties[index]?.types ?? property.types}
                isIncluded={isIncluded}
                onChange={(changes, include = isIncluded) =>
                  setRows(
                    rows.with(index, {
                      property: { ...property, ...changes },
                      isIncluded: include,
                    }),
                  )
                }
              />
            ))}
          </tbody>
        </table>
      )}
      {found.nested.length > 0 && <LeftOut nested={found.nested} />}
      <div className={classes.foot}>
        <p role="status" className={classes.note}>
          {included.length === 0
            ? pageTexts.sampleDialog.noneIncluded
            : replaces && pageTexts.sampleDialog.replaces}
        </p>
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {pageTexts.sampleDialog.back}
          </Button>
          <Button disabled={included.length === 0} onClick={() => onUse(included)}>
            {pageTexts.sampleDialog.use}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

interface AllOrNoneProps {
  label: string;
  count: number;
  total: number;
  onChange: (all: boolean) => void;
}

/** Ticks all of something, or none of it. */
function AllOrNone({ label, count, total, onChange }: AllOrNoneProps) {
  return (
    <Checkbox
      label={label}
      checked={count === total && total > 0}
      indeterminate={count > 0 && count < total}
      disabled={total === 0}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function LeftOut({ nested }: { nested: NestedProperty[] }) {
  return (
    <section className={classes.leftOut} aria-label={pageTexts.sampleDialog.leftOut}>
      <p>{pageTexts.sampleDialog.leftOutText}</p>
      <ul>
        {nested.map(({ name, kind, members }) => (
          <li key={name}>
            {kind === "list"
              ? pageTexts.sampleDialog.list(name)
              : pageTexts.sampleDialog.object(name, members)}
          </li>
        ))}
      </ul>
    </section>
  );
}
