import { visible } from "../../lib/visible";
import * as pageTexts from "../../texts/page-texts";
import { CopyButton } from "../copy-button";
import classes from "./marked-lines.module.css";
import type { Mark } from "./marks";

interface MarkedLinesProps {
  text: string;
  label: string;
  copyLabel: string;
  marks: readonly Mark[];
  /** The id of the element that stands for a mark, to be jumped to. */
  idOf: (mark: Mark) => string;
  /** Leads to the sentence that says what is wrong there. */
  onBack: (mark: Mark) => void;
}

/** A text with numbered lines; behind those that are wrong stands which violation says why. */
export function MarkedLines({ text, label, copyLabel, marks, idOf, onBack }: MarkedLinesProps) {
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
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              key={index}
              className={classes.line}
              data-marked={here.length > 0 || undefined}
            >
              <code className={classes.content} data-number={number}>
                <Content text={content} column={here[0]?.column} />
                {here.map((mark) => (
                  <button
                    type="button"
                    key={mark.number}
                    id={idOf(mark)}
                    className={classes.mark}
                    data-number={mark.number}
                    title={mark.violation.message}
                    aria-label={pageTexts.deliveryDetail.why(mark.number, mark.violation.message)}
                    onClick={() => onBack(mark)}
                  />
                ))}
                {!isLast && "\n"}
              </code>
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
    return visible(text);
  }
  // Where the text ended too early, what follows it is marked.
  const at = Math.min(column - 1, text.trimEnd().length);
  const wrong = text[at]?.trim() ? text[at] : " ";
  return (
    <>
      {visible(text.slice(0, at))}
      <mark className={classes.place}>{visible(wrong)}</mark>
      {visible(text.slice(at + 1))}
    </>
  );
}
