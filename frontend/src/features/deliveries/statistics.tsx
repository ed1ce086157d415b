import { useQuery } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { Swatch } from "../../components/charts/swatch";
import { ChevronIcon } from "../../components/icons";
import { ViewChoice } from "../../components/view-choice";
import { asMinute } from "../../lib/dates";
import { asNumber } from "../../lib/language";
import { useRemembered } from "../../lib/use-remembered";
import * as pageTexts from "../../texts/page-texts";
import type { DeliveryFilters } from "./filters";
import { statisticsQuery } from "./queries";
import classes from "./statistics.module.css";
import { StatisticsContent } from "./statistics-content";
import { type Count, partsOf, totalsOf } from "./statistics-parts";

interface StatisticsProps {
  organizationId: string;
  filters: DeliveryFilters;
  isLive: boolean;
  /** Shows only the deliveries of a part of the time. */
  onNarrow: (period: { from: string; to: string }) => void;
}

const chartedMax = 31 * 86_400_000;

const views = [
  { value: "charts", label: pageTexts.deliveryLog.asCharts },
  { value: "table", label: pageTexts.deliveryLog.asTable },
] as const;

type View = (typeof views)[number]["value"];

/** How many deliveries arrived and how long they took, of the webhook and the period of the list. */
export function Statistics({ organizationId, filters, isLive, onNarrow }: StatisticsProps) {
  const [isOpen, setIsOpen] = useRemembered(
    isNarrow() ? "deliveries.charts.narrow" : "deliveries.charts",
    !isNarrow(),
  );
  const [view, setView] = useState<View>("charts");
  const { period, isCut, isBackwards } = useMemo(
    () => charted(filters.from, filters.to),
    [filters.from, filters.to],
  );
  const query = useQuery({
    ...statisticsQuery(organizationId, { webhook: filters.webhook, ...period }, isLive),
    enabled: isOpen && !isBackwards,
  });
  const parts = query.data === undefined ? undefined : partsOf(query.data);
  const id = useId();
  return (
    <section className={classes.root} aria-label={pageTexts.deliveryLog.charts}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronIcon />
            {pageTexts.deliveryLog.charts}
            <span className={classes.period}>{periodOf(filters)}</span>
          </button>
        </h2>
        {isOpen && (
          <>
            <ul className={classes.totals}>
              {totalsOf(parts ?? []).map(({ count, series: { name, ...look }, total }) => (
                <li key={count}>
                  <Swatch {...look} />
                  <Counted count={count} total={asNumber(total)} />
                </li>
              ))}
            </ul>
            <ViewChoice
              label={pageTexts.deliveryLog.view}
              views={views}
              value={view}
              onChange={setView}
            />
          </>
        )}
      </div>
      <div id={id} hidden={!isOpen} className={classes.body}>
        {isOpen && !isBackwards && (
          <StatisticsContent query={query} parts={parts} view={view} onNarrow={onNarrow} />
        )}
        {isOpen && isBackwards && (
          <p className={classes.state}>{pageTexts.deliveryLog.chartsBackwards}</p>
        )}
        {isOpen && isCut && <p className={classes.note}>{pageTexts.deliveryLog.chartsCut}</p>}
        {isOpen && (filters.outcome ?? filters.q) !== undefined && (
          <p className={classes.note}>{pageTexts.deliveryLog.allCounted}</p>
        )}
      </div>
    </section>
  );
}

/** What of a period is charted: no more than can be counted at once. */
function charted(from: string | undefined, to: string | undefined) {
  const end = to === undefined ? Date.now() : Date.parse(to);
  const start = from === undefined ? undefined : Date.parse(from);
  const isCut = start !== undefined && end - start > chartedMax;
  return {
    period: { from: isCut ? new Date(end - chartedMax).toISOString() : from, to },
    isCut,
    isBackwards: start !== undefined && start >= end,
  };
}

/** A number in its sentence, wherever the language has it. */
function Counted({ count, total }: { count: Count; total: string }) {
  const [before, after] = pageTexts.deliveryLog.counted[count](total).split(total);
  return (
    <span>
      {before}
      <b>{total}</b>
      {after}
    </span>
  );
}

/** Whether the screen is a phone's, on which charts would push the list out of sight. */
function isNarrow(): boolean {
  return matchMedia("(width < 48em)").matches;
}

function periodOf({ from, to }: DeliveryFilters): string {
  if (from !== undefined && to !== undefined) {
    return pageTexts.deliveryLog.period(asMinute(from), asMinute(to));
  }
  if (from !== undefined) {
    return pageTexts.deliveryLog.since(asMinute(from));
  }
  return to === undefined
    ? pageTexts.deliveryLog.lastDay
    : pageTexts.deliveryLog.dayUntil(asMinute(to));
}
