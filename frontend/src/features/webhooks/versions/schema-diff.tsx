import { VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import type { DiffLine } from "../../../lib/line-diff";
import * as pageTexts from "../../../texts/page-texts";
import { type Folded, fold } from "./fold";
import classes from "./schema-diff.module.css";

const signs = { same: " ", removed: "−", added: "+" };

/** What was removed and added, line by line; long stretches that stayed are folded away. */
export function SchemaDiff({ lines }: { lines: DiffLine[] }) {
  const label = pageTexts.versions.schemaDiff;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no group of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <div className={classes.root} tabIndex={0} role="group" aria-label={label}>
      <div className={classes.lines}>
        {fold(lines).map((part) => (
          <Part key={part.start} part={part} />
        ))}
      </div>
    </div>
  );
}

function Part({ part }: { part: Folded }) {
  const [isOpen, setIsOpen] = useState(!part.isFolded);
  if (!isOpen) {
    return (
      <button type="button" className={classes.fold} onClick={() => setIsOpen(true)}>
        {pageTexts.versions.unchanged(part.lines.length)}
      </button>
    );
  }
  return part.lines.map(({ kind, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice
    <div key={index} className={classes.line} data-kind={kind}>
      {kind !== "same" && (
        <VisuallyHidden>
          {kind === "added" ? pageTexts.versions.addedLine : pageTexts.versions.removedLine}
        </VisuallyHidden>
      )}
      <span className={classes.sign} aria-hidden="true">
        {signs[kind]}
      </span>
      <span className={classes.text}>{text}</span>
    </div>
  ));
}
