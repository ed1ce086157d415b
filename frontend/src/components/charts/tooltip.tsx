import classes from "./chart.module.css";
import { Swatch } from "./swatch";
import type { ChartPart, ChartSeries } from "./tones";

interface TooltipProps {
  part: ChartPart;
  series: readonly ChartSeries[];
  /** Where the part is, between 0 and 1. */
  position: number;
  absent: string;
  format: (value: number) => string;
}

/** The exact numbers of a part. Who hears the page is told them by the part itself. */
export function Tooltip({ part, series, position, absent, format }: TooltipProps) {
  const rows = series.flatMap((each, index) => {
    const value = part.values[index];
    return value ? [{ ...each, value }] : [];
  });
  // Leans to the side that has room.
  const style = {
    left: `${100 * position}%`,
    transform: `translateX(${-100 * position}%)`,
  };
  return (
    <div className={classes.tooltip} style={style} aria-hidden="true">
      <strong>{part.name}</strong>
      {rows.length === 0 && <span>{absent}</span>}
      {rows.map(({ name, value, ...look }) => (
        <span key={name} className={classes.tooltipRow}>
          <Swatch {...look} />
          <span>{name}</span>
          <b>{format(value)}</b>
        </span>
      ))}
    </div>
  );
}
