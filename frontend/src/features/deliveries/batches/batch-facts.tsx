import type { ReactNode } from "react";
import type { ReplayBatchResponse } from "../../../api/schema";
import { ExactTime } from "../../../components/exact-time";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./batch.module.css";
import { BatchStateBadge } from "./batch-state";
import { filterText } from "./filter-text";

interface BatchFactsProps {
  batch: ReplayBatchResponse;
  webhookNames: ReadonlyMap<string, string>;
}

/** What is replayed, and who began it when. */
export function BatchFacts({ batch, webhookNames }: BatchFactsProps) {
  const { createdAt, createdBy, startedAt, startedBy, endedAt, isAsNow } = batch;
  const batches = pageTexts.batches;
  return (
    <dl className={classes.facts} aria-label={batches.facts}>
      <Fact name={batches.state}>
        <BatchStateBadge {...batch} />
      </Fact>
      <Fact name={batches.what}>{filterText(batch, webhookNames)}</Fact>
      <Fact name={batches.handledBy}>{isAsNow ? batches.asNow : batches.asThen}</Fact>
      <Fact name={batches.plannedBy}>
        <ExactTime instant={createdAt} /> <ByAddress text={batches.by(createdBy)} />
      </Fact>
      {startedAt && (
        <Fact name={batches.startedBy}>
          <ExactTime instant={startedAt} />{" "}
          {startedBy && <ByAddress text={batches.by(startedBy)} />}
        </Fact>
      )}
      {endedAt && (
        <Fact name={batches.ended}>
          <ExactTime instant={endedAt} />
        </Fact>
      )}
    </dl>
  );
}

/** An address that is too long for its line goes on after its "@", and not within a name. */
function ByAddress({ text }: { text: string }) {
  const domain = text.indexOf("@") + 1;
  return (
    <>
      {text.slice(0, domain)}
      <wbr />
      {text.slice(domain)}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
