import { Checkbox, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { ReplayBatchResponse, ReplayProspect } from "../../../api/schema";
import { Badge } from "../../../components/badge";
import { ReasonedButton } from "../../../components/reasoned-button";
import { Section } from "../../../components/section";
import { WorkButton } from "../../../components/work-button";
import { asNumber } from "../../../lib/language";
import { searchOfList } from "../../../lib/list-search";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { Impossible } from "./impossible";
import { confirmable, confirmedBy, prospects } from "./prospects";
import type { Change } from "./use-batch-change";

interface BatchPlanProps {
  organizationId: string;
  batch: ReplayBatchResponse;
  change: Change;
  canReplay: boolean;
}

/** What a batch would do if it were started, and what has to be confirmed for that. */
export function BatchPlan({ organizationId, batch, change, canReplay }: BatchPlanProps) {
  const [confirmed, setConfirmed] = useState<ReadonlySet<ReplayProspect>>(new Set());
  const batches = pageTexts.batches;
  const navigate = useNavigate();
  const listSearch = searchOfList(useLocation().state);
  const isReplayed = (prospect: ReplayProspect) =>
    prospect !== "IMPOSSIBLE" && (!confirmable.has(prospect) || confirmed.has(prospect));
  const lines = prospects(batch.plan).filter(({ count }) => count > 0);
  const planned = sum(lines);
  const replayed = sum(lines.filter(({ prospect }) => isReplayed(prospect)));
  const wanted = change.isPending ? change.variables.to : undefined;
  const confirm = (prospect: ReplayProspect, isConfirmed: boolean) => {
    const next = new Set(confirmed);
    if (isConfirmed) {
      next.add(prospect);
    } else {
      next.delete(prospect);
    }
    setConfirmed(next);
  };
  return (
    <Section title={batches.planTitle}>
      <div className={classes.card}>
        <Text size="sm">{batch.total === 0 ? batches.planEmpty : batches.planText}</Text>
        <ul className={classes.plan}>
          {lines.map(({ prospect, count }) => (
            <li key={prospect}>
              <span className={classes.number}>{asNumber(count)}</span>
              <div className={classes.about}>
                <div className={classes.line}>{batches.plans[prospect].title(count === 1)}</div>
                {prospect === "IMPOSSIBLE" ? (
                  <Impossible plan={batch.plan} />
                ) : (
                  <div className={classes.muted}>{batches.plans[prospect].text}</div>
                )}
                {canReplay && confirmable.has(prospect) && (
                  <Checkbox
                    mt={6}
                    label={confirmable.get(prospect)}
                    checked={confirmed.has(prospect)}
                    onChange={(event) => confirm(prospect, event.currentTarget.checked)}
                  />
                )}
              </div>
              <Badge tone={isReplayed(prospect) ? "blue" : "gray"}>
                {isReplayed(prospect) ? batches.isReplayed : batches.isSkipped}
              </Badge>
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          <div>
            {batch.total > 0 && (
              <div role="status" className={classes.line}>
                {batches.sum(asNumber(replayed), asNumber(planned - replayed))}
              </div>
            )}
            <div className={classes.muted}>
              {!canReplay ? batches.planForOthers : replayed > 0 && batches.sumText}{" "}
              {batches.planGoes}
            </div>
          </div>
          {canReplay && (
            <Group gap="xs">
              <WorkButton
                variant="default"
                loading={wanted === "cancel"}
                disabled={wanted === "start"}
                onClick={() =>
                  change.mutate(
                    { to: "cancel" },
                    { onSuccess: () => navigate(paths.deliveries(organizationId, listSearch)) },
                  )
                }
              >
                {batches.discard}
              </WorkButton>
              {replayed === 0 ? (
                <ReasonedButton
                  variant="filled"
                  refusal={batches.nothingToStart}
                  onClick={() => undefined}
                >
                  {batches.start(asNumber(replayed))}
                </ReasonedButton>
              ) : (
                <WorkButton
                  loading={wanted === "start"}
                  disabled={wanted === "cancel"}
                  onClick={() => change.mutate({ to: "start", confirmed: confirmedBy(confirmed) })}
                >
                  {batches.start(asNumber(replayed))}
                </WorkButton>
              )}
            </Group>
          )}
        </div>
      </div>
    </Section>
  );
}

function sum(lines: { count: number }[]): number {
  return lines.reduce((all, { count }) => all + count, 0);
}
