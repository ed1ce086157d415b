import { VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import type { SchemaProperty } from "../../../api/schema";
import { asList } from "../../../lib/language";
import { referenceTo } from "../../../lib/template";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./property-chips.module.css";

interface PropertyChipsProps {
  properties: SchemaProperty[];
  /** What the field is called that they go into; undefined if the cursor was in none yet. */
  target: string | undefined;
  /** Whether there was a field to insert into. */
  onInsert: (name: string) => boolean;
}

/** The blue identifiers: each goes in where the cursor is. */
export function PropertyChips({ properties, target, onInsert }: PropertyChipsProps) {
  const [said, setSaid] = useState("");
  const [isNowhere, setNowhere] = useState(false);
  // What no value can refer to is not offered.
  const usable = properties.filter(({ name }) => referenceTo(name) !== undefined);
  const insert = (name: string) => {
    const isDone = onInsert(name);
    setNowhere(!isDone);
    setSaid(isDone && target !== undefined ? pageTexts.wizard.inserted(name, target) : "");
  };
  return (
    <aside className={classes.root} aria-label={pageTexts.wizard.properties}>
      <h3 className={classes.title}>{pageTexts.wizard.properties}</h3>
      <p className={classes.hint} data-warning={(isNowhere && target === undefined) || undefined}>
        {isNowhere && target === undefined
          ? pageTexts.wizard.nowhere
          : pageTexts.wizard.propertiesHint}
      </p>
      {usable.length === 0 ? (
        <p className={classes.hint}>{pageTexts.wizard.noProperties}</p>
      ) : (
        <ul className={classes.list}>
          {usable.map(({ name, types, format, isRequired, description }) => (
            <li key={name}>
              <button
                type="button"
                className={classes.chip}
                aria-label={pageTexts.wizard.insert(name, target)}
                title={description ?? undefined}
                // The cursor stays where it is: that is where the property goes.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insert(name)}
              >
                {name}
              </button>
              <span className={classes.type}>
                {asList([
                  pageTexts.schemaStep.typeOf(types, format),
                  isRequired && pageTexts.wizard.requiredProperty,
                ])}
              </span>
            </li>
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">{isNowhere ? pageTexts.wizard.nowhere : said}</VisuallyHidden>
    </aside>
  );
}
