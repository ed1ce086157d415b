import { Chart, type ChartProps } from "./chart";
import classes from "./chart.module.css";
import { segmentHeights, ticksUpTo } from "./scale";

/** Bars of stacked counts, the first series at the bottom. */
export function BarChart(props: ChartProps) {
  const { parts, series } = props;
  const ticks = ticksUpTo(Math.max(0, ...parts.map(({ values }) => sum(values))));
  const top = ticks.at(-1) ?? 1;
  return (
    <Chart {...props} ticks={ticks}>
      <svg
        className={classes.picture}
        viewBox={`0 0 ${parts.length} 100`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {parts.map(({ name: part, values }, index) => {
          let y = 100;
          return segmentHeights(values.map(Number), top).map((height, segment) => {
            y -= height;
            const { name, tone } = series[segment] ?? {};
            return (
              height > 0 && (
                <rect
                  key={`${part} ${name}`}
                  className={classes.bar}
                  data-tone={tone}
                  x={index + 0.12}
                  y={y}
                  width={0.76}
                  height={height}
                />
              )
            );
          });
        })}
      </svg>
    </Chart>
  );
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0);
}
