import { visible } from "../lib/visible";
import classes from "./code-block.module.css";
import { CopyButton } from "./copy-button";

interface CodeBlockProps {
  text: string;
  label: string;
  copyLabel: string;
}

export function CodeBlock({ text, label, copyLabel }: CodeBlockProps) {
  return (
    <div className={classes.root}>
      {/* It scrolls, so the keyboard must reach it, by name; no landmark, its section is one. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is no group of fields */}
      <div className={classes.scroller} tabIndex={0} role="group" aria-label={label}>
        <pre className={classes.code}>{visible(text)}</pre>
      </div>
      <div className={classes.copy}>
        <CopyButton text={text} label={copyLabel} />
      </div>
    </div>
  );
}
