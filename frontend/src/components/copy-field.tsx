import { CopyButton } from "./copy-button";
import classes from "./copy-field.module.css";

interface CopyFieldProps {
  text: string;
  label: string;
  copyLabel: string;
}

/** A text to take along, all of it in sight. */
export function CopyField({ text, label, copyLabel }: CopyFieldProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields
    <div className={classes.root} role="group" aria-label={label}>
      <code className={classes.text}>{text}</code>
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
