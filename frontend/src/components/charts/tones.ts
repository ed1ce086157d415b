export type ChartTone = "green" | "amber" | "red" | "violet" | "blue" | "accent" | "gray";

export interface ChartSeries {
  name: string;
  tone: ChartTone;
  isDashed?: boolean;
}

/** A part of the time that a chart shows. */
export interface ChartPart {
  /** When it was, for people. */
  name: string;
  /** What stands below it, where there is room. */
  label: string;
  /** One value of each series; null where there is none. */
  values: readonly (number | null)[];
}
