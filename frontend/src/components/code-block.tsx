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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={classes.scroller} tabIndex={0} aria-label={label}>
        <pre className={classes.code}>{text}</pre>
      </section>
      <div className={classes.copy}>
        <CopyButton text={text} label={copyLabel} />
      </div>
    </div>
  );
}
