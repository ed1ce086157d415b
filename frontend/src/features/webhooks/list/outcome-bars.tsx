import { type PointerEvent, useState } from "react";
import type { OutcomeCounts } from "../../../api/schema";
import { asHour, asMinute } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { countedOutcomes, inWords, sumOf, totalOf } from "./counts";
import classes from "./outcome-bars.module.css";

/** A picture of the last hours: a bar for each, stacked by outcome, as high as much arrived. */
export function OutcomeBars({ hours }: { hours: readonly OutcomeCounts[] }) {
  const [pointedAt, setPointedAt] = useState<number>();
  const sum = sumOf(hours);
  const highest = Math.max(1, ...hours.map(totalOf));
  const hour = pointedAt === undefined ? undefined : hours[pointedAt];

  // One listener, and no gap between the bars in which nothing is pointed at.
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const index = Math.floor(((event.clientX - left) / width) * hours.length);
    setPointedAt(Math.max(0, Math.min(hours.length - 1, index)));
  };

  return (
    <div
      role="img"
      aria-label={pageTexts.webhookList.inLastDay(inWords(sum))}
      className={classes.root}
      title={hour && texts.common.named(asMinute(hour.startsAt), inWords(hour))}
    >
      <div
        className={classes.bars}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointedAt(undefined)}
      >
        {hours.map((each, index) => (
          <div
            key={each.startsAt}
            className={classes.hour}
            data-pointed-at={index === pointedAt || undefined}
          >
            <Bar counts={each} highest={highest} />
          </div>
        ))}
      </div>
      <div className={classes.caption}>
        {hour === undefined ? <Total total={totalOf(sum)} /> : <Hour counts={hour} />}
      </div>
    </div>
  );
}

function Bar({ counts, highest }: { counts: OutcomeCounts; highest: number }) {
  const total = totalOf(counts);
  if (total === 0) {
    return <div className={classes.nothing} />;
  }
  return (
    <div className={classes.bar} style={{ height: `${(total / highest) * 100}%` }}>
      {countedOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <div
            key={outcome}
            className={classes.part}
            data-outcome={outcome}
            style={{ flexGrow: counts[outcome] }}
          />
        ))}
    </div>
  );
}

function Total({ total }: { total: number }) {
  return total === 0 ? pageTexts.webhookList.none : pageTexts.webhookList.deliveries(total);
}

/** In little room: when, and a colored number for each outcome. */
function Hour({ counts }: { counts: OutcomeCounts }) {
  return (
    <>
      <span>{asHour(counts.startsAt)}</span>
      {totalOf(counts) === 0 && <span>{pageTexts.webhookList.none}</span>}
      {countedOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <span key={outcome} className={classes.count} data-outcome={outcome}>
            {counts[outcome]}
          </span>
        ))}
    </>
  );
}
