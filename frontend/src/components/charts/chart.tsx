import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import * as pageTexts from "../../texts/page-texts";
import classes from "./chart.module.css";
import { PartPicker } from "./part-picker";
import { namedParts } from "./scale";
import { Swatch } from "./swatch";
import type { ChartPart, ChartSeries } from "./tones";
import { Tooltip } from "./tooltip";

export interface ChartProps {
  title: string;
  parts: readonly ChartPart[];
  series: readonly ChartSeries[];
  /** What a part shows, as a sentence for a screen reader. */
  describe: (part: ChartPart) => string;
  /** What is said of a part without values. */
  absent: string;
  format: (value: number) => string;
  /** How a value is told, where that is not as the axis tells its own. */
  formatValue?: (value: number) => string;
  onChoose: (index: number) => void;
}

interface FrameProps extends ChartProps {
  ticks: readonly number[];
  /** Whether the series are named here; otherwise whoever shows the chart names them. */
  isNamed?: boolean;
  /** The picture: an SVG that is stretched to the plot. */
  children: ReactNode;
}

/** What every chart has: axes, parts that can be pointed at and chosen, exact numbers beside them. */
export function Chart({
  title,
  parts,
  series,
  describe,
  absent,
  format,
  formatValue = format,
  onChoose,
  ticks,
  isNamed = false,
  children,
}: FrameProps) {
  const [pointedAt, setPointedAt] = useState<number>();
  const hintId = useId();
  const part = pointedAt === undefined ? undefined : parts[pointedAt];
  const top = ticks.at(-1) ?? 1;
  return (
    <figure className={classes.chart} aria-label={title}>
      <figcaption className={classes.title} aria-hidden="true">
        {title}
        {isNamed &&
          series.map(({ name, ...look }) => (
            <span key={name} className={classes.legend}>
              <Swatch {...look} />
              {name}
            </span>
          ))}
      </figcaption>
      <div className={classes.plot}>
        {ticks.map((tick) => (
          <div
            key={tick}
            className={classes.tick}
            style={{ bottom: `${(100 * tick) / top}%` }}
            aria-hidden="true"
          >
            <span>{format(tick)}</span>
          </div>
        ))}
        {children}
        <PartPicker
          label={title}
          hintId={hintId}
          parts={parts}
          describe={describe}
          pointedAt={pointedAt}
          onPoint={setPointedAt}
          onChoose={onChoose}
        />
        {part !== undefined && pointedAt !== undefined && (
          <Tooltip
            part={part}
            series={series}
            position={(pointedAt + 0.5) / parts.length}
            absent={absent}
            format={formatValue}
          />
        )}
      </div>
      <div className={classes.labels} aria-hidden="true">
        {namedParts(parts.length).map((index) => (
          <span key={index} style={{ left: `${(100 * index) / parts.length}%` }}>
            {parts[index]?.label}
          </span>
        ))}
      </div>
      <VisuallyHidden id={hintId}>{pageTexts.deliveryLog.narrowHint}</VisuallyHidden>
    </figure>
  );
}
