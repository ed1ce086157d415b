import type { UseQueryResult } from "@tanstack/react-query";
import type { StatisticsResponse } from "../../api/schema";
import { BarChart } from "../../components/charts/bar-chart";
import { LineChart } from "../../components/charts/line-chart";
import { ProblemAlert } from "../../components/problem-alert";
import { asMilliseconds } from "../../lib/dates";
import { asNumber } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import classes from "./statistics.module.css";
import {
  asAbout,
  asLatency,
  asVolume,
  describeLatency,
  describeVolume,
  latencySeries,
  type Part,
  volumeSeries,
} from "./statistics-parts";
import { StatisticsTable } from "./statistics-table";

interface StatisticsContentProps {
  query: UseQueryResult<StatisticsResponse>;
  parts: Part[] | undefined;
  view: string;
  onNarrow: (part: Part) => void;
}

export function StatisticsContent({ query, parts, view, onNarrow }: StatisticsContentProps) {
  const { error, isPlaceholderData, isFetching, refetch } = query;
  if (error !== null && (parts === undefined || isPlaceholderData)) {
    return (
      <div className={classes.state}>
        <ProblemAlert
          title={pageTexts.deliveryLog.chartsFailed}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      </div>
    );
  }
  if (parts === undefined) {
    return (
      <p className={classes.state} aria-busy="true">
        {pageTexts.deliveryLog.chartsLoading}
      </p>
    );
  }
  if (parts.every(({ total }) => total === 0)) {
    return <p className={classes.state}>{pageTexts.deliveryLog.chartsEmpty}</p>;
  }
  if (view === "table") {
    return <StatisticsTable parts={parts} onNarrow={onNarrow} />;
  }
  const choose = (index: number) => {
    const part = parts[index];
    if (part !== undefined) {
      onNarrow(part);
    }
  };
  return (
    <div className={classes.charts} aria-busy={isPlaceholderData}>
      <BarChart
        title={pageTexts.deliveryLog.volume}
        parts={parts.map(asVolume)}
        series={volumeSeries}
        describe={describeVolume}
        absent={pageTexts.deliveryLog.none}
        format={asNumber}
        onChoose={choose}
      />
      <LineChart
        title={pageTexts.deliveryLog.latency}
        parts={parts.map(asLatency)}
        series={latencySeries}
        describe={describeLatency}
        absent={pageTexts.deliveryLog.noLatency}
        format={asMilliseconds}
        formatValue={asAbout}
        onChoose={choose}
      />
    </div>
  );
}
