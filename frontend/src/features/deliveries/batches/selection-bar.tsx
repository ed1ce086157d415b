import { Button } from "@mantine/core";
import { useState } from "react";
import { ReasonedButton } from "../../../components/reasoned-button";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import type { DeliveryFilters } from "../filters";
import { PlanDialog, type Planned } from "./plan-dialog";
import classes from "./selection.module.css";
import { type Selection, selectedMax } from "./use-selection";

interface SelectionBarProps {
  organizationId: string;
  filters: DeliveryFilters;
  selection: Selection;
  /** Whether the page is all selected, and others are not on it. */
  isOneOfMore: boolean;
  /** Where the keyboard goes when the bar does. */
  onCleared: () => void;
}

/** What can be done with the rows that are selected. */
export function SelectionBar({
  organizationId,
  filters,
  selection,
  isOneOfMore,
  onCleared,
}: SelectionBarProps) {
  const [asked, setAsked] = useState<Planned>();
  const [isAsking, setIsAsking] = useState(false);
  const ask = (what: Planned) => {
    setAsked(what);
    setIsAsking(true);
  };
  const count = selection.ids.size;
  return (
    <>
      <section className={classes.bar} aria-label={pageTexts.selection.region}>
        <span role="status" className={classes.count}>
          {pageTexts.selection.selected(count, asNumber(count))}
        </span>
        {isOneOfMore && (
          <span className={classes.more}>
            {pageTexts.selection.pageSelected}{" "}
            <Button variant="subtle" size="compact-sm" onClick={() => ask({ filters })}>
              {pageTexts.selection.takeAll}
            </Button>
          </span>
        )}
        <Button
          variant="default"
          className={classes.first}
          onClick={() => {
            selection.clear();
            onCleared();
          }}
        >
          {pageTexts.selection.clear}
        </Button>
        <ReasonedButton
          variant="filled"
          refusal={
            count > selectedMax ? pageTexts.selection.tooMany(asNumber(selectedMax)) : undefined
          }
          onClick={() => ask({ deliveryIds: [...selection.ids] })}
        >
          {pageTexts.selection.replaySelected(asNumber(count))}
        </ReasonedButton>
      </section>
      <PlanDialog
        organizationId={organizationId}
        what={asked}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
