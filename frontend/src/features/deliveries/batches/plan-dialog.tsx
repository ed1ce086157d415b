import { lazy, Suspense } from "react";
import { Dialog } from "../../../components/dialog";
import { asNumber } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import type { DeliveryFilters } from "../filters";
import { usePlan } from "./use-plan";

const PlanForm = lazy(async () => ({ default: (await import("./plan-form")).PlanForm }));

/** What is to be replayed together: deliveries one by one, or all that filters show. */
export type Planned = { deliveryIds: string[] } | { filters: DeliveryFilters };

interface PlanDialogProps {
  organizationId: string;
  /** Undefined until it is asked for the first time. */
  what: Planned | undefined;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks how deliveries are to be replayed together, and leads to what would happen. */
export function PlanDialog({ organizationId, what, isOpen, onClose }: PlanDialogProps) {
  const plan = usePlan(organizationId);
  return (
    <Dialog
      isOpen={isOpen}
      title={what === undefined ? pageTexts.selection.titleAll : titleOf(what)}
      isBusy={plan.isPending}
      size="lg"
      onClose={() => {
        plan.reset();
        onClose();
      }}
    >
      {what !== undefined && (
        <Suspense fallback={null}>
          <PlanForm
            organizationId={organizationId}
            what={what}
            plan={plan}
            onCancel={() => {
              plan.reset();
              onClose();
            }}
          />
        </Suspense>
      )}
    </Dialog>
  );
}

function titleOf(what: Planned): string {
  return "filters" in what
    ? pageTexts.selection.titleAll
    : pageTexts.selection.titleSelected(what.deliveryIds.length, asNumber(what.deliveryIds.length));
}
