import { CopyButton } from "../copy-button";
import { AlertIcon } from "../icons";
import classes from "./marked-lines.module.css";
import type { Mark } from "./marks";

interface MarkedLinesProps {
  text: string;
  label: string;
  copyLabel: string;
  marks: readonly Mark[];
  /** The id of the element that tells of a mark, to be jumped to. */
  idOf: (mark: Mark) => string;
}

/** A text with numbered lines, and beneath those that are wrong a sentence that says what is. */
export function MarkedLines({ text, label, copyLabel, marks, idOf }: MarkedLinesProps) {
  return (
    <div className={classes.root}>
      {/* It scrolls, so the keyboard must reach it, by name; no landmark, its section is one. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is no group of fields */}
      <div className={classes.scroller} tabIndex={0} role="group" aria-label={label}>
        {text.split("\n").map((content, index, all) => {
          const number = index + 1;
          const here = marks.filter(({ line }) => line === number);
          const isLast = number === all.length;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <div key={index} data-marked={here.length > 0 || undefined}>
              <code className={classes.content} data-number={number}>
                <Content text={isLast ? content : `${content}\n`} column={here[0]?.column} />
              </code>
              {here.map((mark) => (
                <p
                  key={`${mark.violation.path} ${mark.violation.message}`}
                  id={idOf(mark)}
                  className={classes.sentence}
                  tabIndex={-1}
                >
                  <AlertIcon size={14} />
                  <span>{mark.violation.message}</span>
                </p>
              ))}
            </div>
          );
        })}
      </div>
      <div className={classes.copy}>
        <CopyButton text={text} label={copyLabel} />
      </div>
    </div>
  );
}

function Content({ text, column }: { text: string; column: number | undefined }) {
  if (column === undefined) {
    return text;
  }
  // Where the text ended too early, what follows it is marked.
  const at = Math.min(column - 1, text.trimEnd().length);
  const wrong = text[at]?.trim() ? text[at] : " ";
  return (
    <>
      {text.slice(0, at)}
      <mark className={classes.place}>{wrong}</mark>
      {text.slice(at + 1)}
    </>
  );
}
