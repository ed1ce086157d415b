import classes from "./chart.module.css";
import type { ChartSeries } from "./tones";

/** The color of a series, beside its name. */
export function Swatch({ tone, isDashed = false }: Omit<ChartSeries, "name">) {
  return (
    <i
      className={classes.swatch}
      data-tone={tone}
      data-dashed={isDashed || undefined}
      aria-hidden="true"
    />
  );
}
