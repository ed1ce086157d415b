import { Button } from "@mantine/core";
import * as pageTexts from "../../../texts/page-texts";
import type { Values } from "./draft";
import { atField } from "./faults";
import classes from "./field-list.module.css";

interface LostFieldsProps {
  /** The names of fields that have a value and are not there any more. */
  names: string[];
  values: Values;
  onRemove: (name: string) => void;
}

/** What is still mapped to fields that iMIS has no more: it can only be removed. */
export function LostFields({ names, values, onRemove }: LostFieldsProps) {
  if (names.length === 0) {
    return null;
  }
  return (
    <section aria-label={pageTexts.wizard.lostGroup}>
      <h3 className={classes.group}>{pageTexts.wizard.lostGroup}</h3>
      <ul className={classes.list}>
        {names.map((name) => (
          <li key={name} className={classes.row} data-at={atField(name)}>
            <div className={classes.about}>
              <code className={classes.name}>{name}</code>
            </div>
            <div className={classes.lost}>
              <code className={classes.lostValue}>{values.get(name)}</code>
              <Button
                variant="default"
                size="xs"
                aria-label={pageTexts.wizard.removeValueOf(name)}
                data-mends
                onClick={() => onRemove(name)}
              >
                {pageTexts.wizard.removeValue}
              </Button>
              <p className={classes.lostText}>{pageTexts.wizard.lostField(name)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
