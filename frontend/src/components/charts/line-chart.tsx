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
        {series.map(({ name, tone, isDashed }, index) => (
          <path
            key={name}
            className={classes.line}
            data-tone={tone}
            data-dashed={isDashed || undefined}
            d={pathOf(
              parts.map(({ values }) => values[index] ?? null),
              top,
            )}
          />
        ))}
      </svg>
    </Chart>
  );
}

function pathOf(values: readonly (number | null)[], top: number): string {
  return values
    .map((value, index) => {
      if (value === null) {
        return "";
      }
      const y = 100 - (100 * value) / top;
      const isContinued = index > 0 && values[index - 1] !== null;
      return `${isContinued ? "L" : "M"}${index} ${y}H${index + 1}`;
    })
    .join("");
}
