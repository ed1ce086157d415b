import { Button, Group, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { NestedProperty, SampledProperty } from "../../../lib/json-schema/schema-from-sample";
import * as pageTexts from "../../../texts/page-texts";
import type { Found } from "./sample-dialog";
import classes from "./sample-dialog.module.css";
import { SampledRow } from "./sampled-row";

interface SampledPropertiesProps {
  found: Found;
  replaces: boolean;
  onBack: () => void;
  onUse: (properties: SampledProperty[]) => void;
}

/** What was found in a sample, to be corrected. */
export function SampledProperties({ found, replaces, onBack, onUse }: SampledPropertiesProps) {
  const [rows, setRows] = useState(() =>
    found.properties.map((property) => ({ property, isIncluded: true })),
  );
  const start = useRef<HTMLParagraphElement>(null);
  useEffect(() => start.current?.focus(), []);

  const included = rows.filter(({ isIncluded }) => isIncluded).map(({ property }) => property);
  return (
    <Stack gap="md">
      <p ref={start} tabIndex={-1} className={classes.text}>
        {pageTexts.sampleDialog.found(found.properties.length, found.objects)}
      </p>
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
    </Stack>
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
