import { type RefObject, useEffect } from "react";
import type { DeliverySummary } from "../../../api/schema";
import { asMoment } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./selection.module.css";
import type { Selection } from "./use-selection";

interface SelectPageProps {
  selection: Selection;
  /** The rows of the page. */
  ids: readonly string[];
  checkbox: RefObject<HTMLInputElement | null>;
}

/** The head of the column that rows are selected in. */
export function SelectPage({ selection, ids, checkbox }: SelectPageProps) {
  const count = ids.filter((each) => selection.ids.has(each)).length;
  const isAll = count > 0 && count === ids.length;
  const isSome = count > 0 && !isAll;
  // There is no attribute for it.
  useEffect(() => {
    if (checkbox.current !== null) {
      checkbox.current.indeterminate = isSome;
    }
  }, [checkbox, isSome]);
  return (
    <th className={classes.select}>
      <label className={classes.target}>
        <input
          ref={checkbox}
          type="checkbox"
          className={classes.box}
          aria-label={pageTexts.selection.all}
          checked={isAll}
          disabled={ids.length === 0}
          onChange={() => selection.toggleAll(ids, !isAll)}
        />
        <span className={classes.caption}>{pageTexts.selection.all}</span>
      </label>
    </th>
  );
}

interface SelectRowProps {
  selection: Selection;
  delivery: DeliverySummary;
  /** The rows of the page, this one among them. */
  ids: readonly string[];
}

export function SelectRow({ selection, delivery, ids }: SelectRowProps) {
  const { receivedAt, webhookName } = delivery;
  return (
    <td className={classes.select}>
      <label className={classes.target}>
        <input
          type="checkbox"
          className={classes.box}
          aria-label={pageTexts.selection.one(
            asMoment(receivedAt),
            webhookName ?? pageTexts.deliveries.unnamedWebhook,
          )}
          checked={selection.ids.has(delivery.id)}
          onChange={({ currentTarget, nativeEvent }) => {
            const isRange = "shiftKey" in nativeEvent && nativeEvent.shiftKey === true;
            selection.toggle(delivery.id, currentTarget.checked, isRange ? ids : undefined);
          }}
        />
      </label>
    </td>
  );
}
