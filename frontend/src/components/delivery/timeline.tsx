import type { ReactNode } from "react";
import type { AttemptResponse, DeliveryResponse, MaskedAttempt, Violation } from "../../api/schema";
import { asBytes } from "../../lib/bytes";
import { asDuration, asMilliseconds } from "../../lib/dates";
import { isUnderWay } from "../../lib/outcomes";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { ExactTime } from "../exact-time";
import { Section } from "../section";
import { attemptFacts, attemptId } from "./attempt-facts";
import { attemptTimes } from "./attempt-times";
import { OutcomeBadge } from "./outcome-badge";
import { sentenceOf } from "./sentence";
import classes from "./timeline.module.css";

export interface TimelineDelivery
  extends Pick<
    DeliveryResponse,
    | "receivedAt"
    | "finishedAt"
    | "outcome"
    | "nextAttemptAt"
    | "firstOutcome"
    | "firstReason"
    | "validationMs"
    | "statusCode"
    | "bodyBytes"
    | "sourceAddress"
    | "version"
  > {
  attempts: AttemptResponse[] | MaskedAttempt[];
  /** Left out where the payload is masked, as are the next two. */
  violations?: Violation[];
  leftOut?: string[];
  isBodyWithheld?: boolean;
}

/** What happened to a delivery, in the order in which it did. */
export function Timeline({ delivery }: { delivery: TimelineDelivery }) {
  const { receivedAt, attempts, outcome, nextAttemptAt } = delivery;
  const first = attempts.filter(({ isReplay }) => !isReplay);
  const replays = attempts.filter(({ isReplay }) => isReplay);
  const isAnsweredAtOnce = delivery.statusCode === 202;
  return (
    <Section title={pageTexts.deliveryDetail.timeline}>
      <ol className={classes.steps}>
        <Step
          title={pageTexts.deliveryDetail.receivedStep}
          tone="neutral"
          time={<ExactTime instant={receivedAt} />}
          text={receivedText(delivery)}
        />
        <Validated delivery={delivery} />
        {isAnsweredAtOnce && <Answered delivery={delivery} />}
        {first.map((attempt) => (
          <AttemptStep key={attempt.number} attempt={attempt} receivedAt={receivedAt} />
        ))}
        {!isAnsweredAtOnce && delivery.finishedAt && <Answered delivery={delivery} />}
        {replays.map((attempt) => (
          <AttemptStep key={attempt.number} attempt={attempt} receivedAt={receivedAt} />
        ))}
        {nextAttemptAt && attempts.length > 0 && (
          <Step
            title={pageTexts.deliveryDetail.waitingStep}
            tone="blue"
            isUnderWay
            time={<ExactTime instant={nextAttemptAt} />}
            text={pageTexts.deliveryDetail.waitingText}
          />
        )}
        {isUnderWay(outcome) && !(nextAttemptAt && attempts.length > 0) && (
          <Step
            title={pageTexts.deliveryDetail.underWayStep}
            tone="blue"
            isUnderWay
            text={pageTexts.deliveryDetail.underWayText}
          />
        )}
      </ol>
    </Section>
  );
}

/** How many bytes came is told only if these are stored: else it would tell how long the rest was. */
function receivedText({ bodyBytes, sourceAddress, leftOut, isBodyWithheld }: TimelineDelivery) {
  if (isBodyWithheld) {
    return pageTexts.deliveryDetail.receivedWithheld(sourceAddress);
  }
  return leftOut?.length === 0
    ? pageTexts.deliveryDetail.receivedFrom(asBytes(bodyBytes), sourceAddress)
    : pageTexts.deliveryDetail.receivedStored(asBytes(bodyBytes), sourceAddress);
}

function Validated({ delivery }: { delivery: TimelineDelivery }) {
  const { firstOutcome, firstReason, version, violations, attempts, validationMs } = delivery;
  const title = pageTexts.deliveryDetail.validatedStep;
  const time =
    validationMs == null
      ? undefined
      : pageTexts.deliveryDetail.times.took(asMilliseconds(validationMs));
  if (firstReason === "NOT_JSON") {
    return <Step title={title} tone="amber" time={time} text={pageTexts.deliveryDetail.notJson} />;
  }
  if (firstReason === "SCHEMA_VIOLATED") {
    const text =
      violations === undefined
        ? texts.reasons.SCHEMA_VIOLATED
        : pageTexts.deliveryDetail.breaks(violations.length, version);
    return <Step title={title} tone="amber" time={time} text={text} />;
  }
  // A replay was checked, too, but that tells nothing of what the sender was told.
  const isTried =
    firstOutcome !== "REJECTED" &&
    (attempts.some(({ isReplay }) => !isReplay) || isUnderWay(delivery.outcome));
  return isTried ? (
    <Step title={title} tone="neutral" time={time} text={pageTexts.deliveryDetail.fits(version)} />
  ) : null;
}

function Answered({ delivery }: { delivery: TimelineDelivery }) {
  const { statusCode, receivedAt, finishedAt } = delivery;
  if (!statusCode) {
    return (
      <Step
        title={pageTexts.deliveryDetail.answeredStep}
        tone="neutral"
        text={pageTexts.deliveryDetail.notAnswered}
      />
    );
  }
  if (statusCode === 202) {
    return (
      <Step
        title={pageTexts.deliveryDetail.answeredStep}
        tone="neutral"
        text={pageTexts.deliveryDetail.answeredAtOnce(statusCode)}
      />
    );
  }
  return (
    <Step
      title={pageTexts.deliveryDetail.answeredStep}
      tone="neutral"
      time={finishedAt && <After from={receivedAt} to={finishedAt} />}
      text={pageTexts.deliveryDetail.answeredWith(statusCode)}
    />
  );
}

interface AttemptStepProps {
  attempt: AttemptResponse | MaskedAttempt;
  receivedAt: string;
}

function AttemptStep({ attempt, receivedAt }: AttemptStepProps) {
  const { number, outcome, isReplay, startedAt } = attempt;
  const sentence = sentenceOf(attempt);
  const facts = [
    ...attemptFacts(attempt),
    pageTexts.deliveryDetail.version(attempt.version),
    ...attemptTimes(attempt),
  ];
  return (
    <Step
      title={<a href={`#${attemptId(number)}`}>{pageTexts.delivery.attempt(number)}</a>}
      badge={<OutcomeBadge outcome={outcome} />}
      tone={outcome === "SUCCEEDED" ? "green" : outcome === "UNKNOWN" ? "violet" : "red"}
      time={
        // A replay happens whenever somebody asks for it.
        isReplay ? <ExactTime instant={startedAt} /> : <After from={receivedAt} to={startedAt} />
      }
      text={
        <>
          {sentence && <span className={classes.sentence}>{sentence} </span>}
          {facts.join(" · ")}
        </>
      }
    />
  );
}

function After({ from, to }: { from: string; to: string }) {
  return (
    <ExactTime instant={to} format={() => pageTexts.deliveryDetail.after(asDuration(from, to))} />
  );
}

interface StepProps {
  title: ReactNode;
  badge?: ReactNode;
  tone: "neutral" | "green" | "amber" | "red" | "violet" | "blue";
  time?: ReactNode;
  text: ReactNode;
  isUnderWay?: boolean;
}

function Step({ title, badge, tone, time, text, isUnderWay = false }: StepProps) {
  return (
    <li className={classes.step} data-tone={tone} data-under-way={isUnderWay || undefined}>
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        {badge}
        {time && <span className={classes.time}>{time}</span>}
      </div>
      <p className={classes.text}>{text}</p>
    </li>
  );
}
