import { Button, Group, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { NestedProperty, SampledProperty } from "../../../lib/json-schema/schema-from-sample";
import { texts } from "../../../texts/texts";
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
        {texts.sampleDialog.found(found.properties.length, found.objects)}
      </p>
      {rows.length > 0 && (
        <table className={classes.table} aria-label={texts.sampleDialog.table}>
          <thead>
            <tr>
              <th>{texts.sampleDialog.name}</th>
              <th>{texts.sampleDialog.type}</th>
              <th>{texts.sampleDialog.format}</th>
              <th>{texts.sampleDialog.required}</th>
              <th>{texts.sampleDialog.nullable}</th>
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
          ? texts.sampleDialog.noneIncluded
          : replaces && texts.sampleDialog.replaces}
      </p>
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {texts.sampleDialog.back}
        </Button>
        <Button disabled={included.length === 0} onClick={() => onUse(included)}>
          {texts.sampleDialog.use}
        </Button>
      </Group>
    </Stack>
  );
}

function LeftOut({ nested }: { nested: NestedProperty[] }) {
  return (
    <section className={classes.leftOut} aria-label={texts.sampleDialog.leftOut}>
      <p>{texts.sampleDialog.leftOutText}</p>
      <ul>
        {nested.map(({ name, kind, members }) => (
          <li key={name}>
            {kind === "list"
              ? texts.sampleDialog.list(name)
              : texts.sampleDialog.object(name, members)}
          </li>
        ))}
      </ul>
    </section>
  );
}
