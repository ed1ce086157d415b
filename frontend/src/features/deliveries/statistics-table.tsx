import { asNumber } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./statistics.module.css";
import { asAbout, type Part, volumeSeries } from "./statistics-parts";

interface StatisticsTableProps {
  parts: readonly Part[];
  onNarrow: (part: Part) => void;
}

/** The same numbers to read, the newest first. */
export function StatisticsTable({ parts, onNarrow }: StatisticsTableProps) {
  const shown = parts.filter(({ total }) => total > 0).toReversed();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={classes.scroller} tabIndex={0} aria-label={pageTexts.deliveryLog.table}>
      <table className={classes.table}>
        <caption>{pageTexts.deliveryLog.table}</caption>
        <thead>
          <tr>
            <th scope="col">{pageTexts.deliveryLog.part}</th>
            {volumeSeries.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{pageTexts.deliveryLog.median}</th>
            <th scope="col">{pageTexts.deliveryLog.p95}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part.from}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.narrow}
                  title={pageTexts.deliveryLog.narrow}
                  onClick={() => onNarrow(part)}
                >
                  {part.name}
                </button>
              </th>
              {volumeSeries.map(({ name }, index) => (
                <td key={name} data-zero={part.counts[index] === 0 || undefined}>
                  {asNumber(part.counts[index] ?? 0)}
                </td>
              ))}
              <td>{part.median === null ? texts.common.none : asAbout(part.median)}</td>
              <td>{part.p95 === null ? texts.common.none : asAbout(part.p95)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
