import { SortIcon } from "../../../components/icons";
import classes from "./sort-head.module.css";
import { sortLabels } from "./toolbar";
import { type ListView, type SortKey, sortedBy } from "./view";

interface SortHeadProps {
  column: SortKey;
  className: string | undefined;
  view: ListView;
  onChange: (view: ListView) => void;
}

/** The head of a column that sorts by it. */
export function SortHead({ column, className, view, onChange }: SortHeadProps) {
  const isSorted = view.sort === column;
  // The last delivery first is the newest first: time goes down.
  const isDescending = view.isReversed !== (column === "lastDelivery");
  const order = isDescending ? "descending" : "ascending";
  return (
    <th className={className} aria-sort={isSorted ? order : undefined}>
      <button
        type="button"
        className={classes.button}
        data-order={isSorted ? order : undefined}
        onClick={() => onChange(sortedBy(view, column))}
      >
        {sortLabels[column]}
        <SortIcon size={12} />
      </button>
    </th>
  );
}
