import { Checkbox } from "@mantine/core";
import { type Ref, useId } from "react";
import type { DeliverySummary } from "../../../api/schema";
import { asMoment } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./selection.module.css";
import type { Selection } from "./use-selection";

interface SelectPageProps {
  selection: Selection;
  /** The rows of the page. */
  ids: readonly string[];
  checkbox: Ref<HTMLInputElement>;
}

/** The head of the column that rows are selected in. */
export function SelectPage({ selection, ids, checkbox }: SelectPageProps) {
  const count = ids.filter((each) => selection.ids.has(each)).length;
  const id = useId();
  const isAll = count > 0 && count === ids.length;
  return (
    <th className={classes.select}>
      <label htmlFor={id} className={classes.target}>
        <Checkbox
          id={id}
          ref={checkbox}
          size="xs"
          aria-label={pageTexts.selection.all}
          checked={isAll}
          indeterminate={count > 0 && !isAll}
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
  const id = useId();
  return (
    <td className={classes.select}>
      <label htmlFor={id} className={classes.target}>
        <Checkbox
          id={id}
          size="xs"
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
