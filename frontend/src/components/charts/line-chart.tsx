import { Fragment } from "react";
import { Chart, type ChartProps } from "./chart";
import classes from "./chart.module.css";
import { ticksUpTo } from "./scale";

/** Lines of measured values, level within a part, with a gap where nothing was measured. */
export function LineChart(props: ChartProps) {
  const { parts, series } = props;
  const ticks = ticksUpTo(Math.max(0, ...parts.flatMap(({ values }) => values.map(Number))));
  const top = ticks.at(-1) ?? 1;
  return (
    <Chart {...props} ticks={ticks} isNamed>
      <svg
        className={classes.picture}
        viewBox={`0 0 ${parts.length} 100`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {series.map(({ name, tone, isDashed }, index) => {
          const points = pointsOf(
            parts.map(({ values }) => values[index] ?? null),
            top,
          );
          return (
            <Fragment key={name}>
              <path
                className={classes.line}
                data-tone={tone}
                data-dashed={isDashed || undefined}
                d={points
                  .filter(({ isLone }) => !isLone)
                  .map(lineTo)
                  .join("")}
              />
              <path
                className={classes.dot}
                data-tone={tone}
                d={points
                  .filter(({ isLone }) => isLone)
                  .map(dotAt)
                  .join("")}
              />
            </Fragment>
          );
        })}
      </svg>
    </Chart>
  );
}

interface Point {
  index: number;
  y: number;
  /** Whether something was measured in the part before. */
  isContinued: boolean;
  /** Whether nothing was measured in the parts beside it. */
  isLone: boolean;
}

function pointsOf(values: readonly (number | null)[], top: number): Point[] {
  const isThere = (index: number) => typeof values[index] === "number";
  return values.flatMap((value, index) =>
    value === null
      ? []
      : {
          index,
          y: 100 - (100 * value) / top,
          isContinued: isThere(index - 1),
          isLone: values.length > 1 && !isThere(index - 1) && !isThere(index + 1),
        },
  );
}

function lineTo({ index, y, isContinued }: Point): string {
  return `${isContinued ? "L" : "M"}${index} ${y}H${index + 1}`;
}

function dotAt({ index, y }: Point): string {
  return `M${index + 0.5} ${y}h0`;
}
