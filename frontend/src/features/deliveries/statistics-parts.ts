import type { StatisticsResponse, StatisticsResponseBucket } from "../../api/schema";
import type { ChartPart, ChartSeries } from "../../components/charts/tones";
import { asDate, asHour, asMilliseconds, asMinute } from "../../lib/dates";
import { asList, asNumber } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export type Count = "succeeded" | "rejected" | "failed" | "unknown" | "underWay";

const outcomes: { count: Count; series: ChartSeries }[] = [
  { count: "succeeded", series: { name: pageTexts.deliveryLog.succeeded, tone: "green" } },
  { count: "underWay", series: { name: pageTexts.deliveryLog.underWay, tone: "blue" } },
  { count: "rejected", series: { name: pageTexts.deliveryLog.rejected, tone: "amber" } },
  { count: "unknown", series: { name: pageTexts.deliveryLog.unknown, tone: "violet" } },
  { count: "failed", series: { name: pageTexts.deliveryLog.failed, tone: "red" } },
];

export const volumeSeries = outcomes.map(({ series }) => series);

const latencies: { took: "median" | "p95"; series: ChartSeries }[] = [
  { took: "median", series: { name: pageTexts.deliveryLog.median, tone: "accent" } },
  { took: "p95", series: { name: pageTexts.deliveryLog.p95, tone: "gray", isDashed: true } },
];

export const latencySeries = latencies.map(({ series }) => series);

/** What deliveries of one part of the time, or of all of it, came to. */
export interface Part {
  from: string;
  to: string;
  name: string;
  label: string;
  counts: number[];
  total: number;
  median: number | null;
  p95: number | null;
}

const day = 24 * 3600;

export function partsOf({ buckets, bucketSeconds, to: end }: StatisticsResponse): Part[] {
  const label = buckets.length * bucketSeconds > 2 * day ? asDate : asHour;
  return buckets.map((bucket, index) => {
    const from = bucket.startsAt;
    const to = buckets[index + 1]?.startsAt ?? end;
    const counts = outcomes.map(({ count }) => bucket[count]);
    return {
      from,
      to,
      name: nameOf(from, to),
      label: label(from),
      counts,
      total: counts.reduce((all, count) => all + count, 0),
      ...latencyOf(bucket),
    };
  });
}

function latencyOf({ medianMs, p95Ms }: StatisticsResponseBucket) {
  return { median: medianMs ?? null, p95: p95Ms ?? null };
}

function nameOf(from: string, to: string): string {
  const end = asDate(from) === asDate(to) ? asHour(to) : asMinute(to);
  return pageTexts.deliveryLog.period(asMinute(from), end);
}

/** How many deliveries ended how, over all parts; what did not happen is left out. */
export function totalsOf(
  parts: readonly Part[],
): { count: Count; series: ChartSeries; total: number }[] {
  return outcomes
    .map((outcome, index) => ({
      ...outcome,
      total: parts.reduce((all, { counts }) => all + (counts[index] ?? 0), 0),
    }))
    .filter(({ total }) => total > 0);
}

export function asVolume({ name, label, counts }: Part): ChartPart {
  return { name, label, values: counts };
}

export function asLatency({ name, label, median, p95 }: Part): ChartPart {
  return { name, label, values: [median, p95] };
}

/** How long deliveries took: the counts that it is made of tell it within a tenth. */
export function asAbout(milliseconds: number): string {
  return pageTexts.deliveryLog.about(asMilliseconds(milliseconds));
}

export function describeVolume({ name, values }: ChartPart): string {
  const counted = outcomes.map(({ count }, index) => {
    const value = values[index];
    return value ? pageTexts.deliveryLog.counted[count](asNumber(value)) : undefined;
  });
  return texts.common.named(name, asList(counted) || pageTexts.deliveryLog.none);
}

export function describeLatency({ name, values }: ChartPart): string {
  const measured = latencies.map(({ took }, index) => {
    const value = values[index];
    return typeof value === "number" ? pageTexts.deliveryLog.took[took](asAbout(value)) : undefined;
  });
  return texts.common.named(name, asList(measured) || pageTexts.deliveryLog.noLatency);
}
