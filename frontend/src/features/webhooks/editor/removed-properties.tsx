import { Alert } from "@mantine/core";
import type { ActionField, SchemaProperty } from "../../../api/schema";
import { AlertIcon } from "../../../components/icons";
import { unknownNames } from "../../../lib/template";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./action-step.module.css";
import type { Values } from "./draft";

interface RemovedPropertiesProps {
  fields: ActionField[];
  values: Values;
  properties: SchemaProperty[];
}

/** Which values lean on properties that the schema has not, or not any more. */
export function RemovedProperties({ fields, values, properties }: RemovedPropertiesProps) {
  const known = properties.map(({ name }) => name);
  const uses = fields
    .map(({ label, name }) => ({ label, names: unknownNames(values.get(name) ?? "", known) }))
    .filter(({ names }) => names.length > 0);
  if (uses.length === 0) {
    return null;
  }
  return (
    <Alert
      className={classes.warning}
      icon={<AlertIcon size={18} />}
      title={pageTexts.wizard.removedTitle(uses.length)}
    >
      <ul className={classes.removed}>
        {uses.map(({ label, names }) => (
          <li key={label}>{pageTexts.wizard.removedIn(label, names)}</li>
        ))}
      </ul>
    </Alert>
  );
}
