import type { AttemptResponse, MaskedAttempt } from "../../api/schema";
import { asDuration } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import { ExactTime } from "../exact-time";
import { Section } from "../section";
import { attemptFacts, attemptId } from "./attempt-facts";
import classes from "./delivery-detail.module.css";
import { wasFound, whyNotAsked } from "./exchange";
import { Answered, Sent } from "./exchanged";
import { OutcomeBadge } from "./outcome-badge";
import { sentenceOf } from "./sentence";
import { VersionLink } from "./version-link";

interface AttemptsProps {
  attempts: AttemptResponse[] | MaskedAttempt[];
  /** Whether what was sent and what came back is left out. */
  isMasked?: boolean;
  /** Whether a mask stands for nothing that could be revealed. */
  isRevealed?: boolean;
  /** What fields of records are called on screen, by the name that iMIS gives them. */
  fieldLabels?: ReadonlyMap<string, string> | undefined;
  versionPath?: ((version: number) => string) | undefined;
}

export function Attempts({
  attempts,
  isMasked = false,
  isRevealed = false,
  fieldLabels,
  versionPath,
}: AttemptsProps) {
  if (attempts.length === 0) {
    return null;
  }
  return (
    <Section title={pageTexts.delivery.attempts}>
      {attempts.map((attempt) => (
        <Attempt
          key={attempt.number}
          attempt={attempt}
          isMasked={isMasked}
          isRevealed={isRevealed}
          fieldLabels={fieldLabels}
          versionPath={versionPath}
        />
      ))}
    </Section>
  );
}

interface AttemptProps {
  attempt: AttemptResponse;
  isMasked: boolean;
  isRevealed: boolean;
  fieldLabels: ReadonlyMap<string, string> | undefined;
  versionPath: ((version: number) => string) | undefined;
}

function Attempt({ attempt, isMasked, isRevealed, fieldLabels, versionPath }: AttemptProps) {
  const { number, request, response, startedAt, finishedAt } = attempt;
  const isFound = !isMasked && wasFound(attempt);
  const sentence = isFound ? pageTexts.exchange.found : sentenceOf(attempt);
  const isOnlyMeant = whyNotAsked(attempt) !== undefined;
  return (
    <section
      id={attemptId(number)}
      className={classes.attempt}
      aria-label={pageTexts.delivery.attempt(number)}
    >
      <div className={classes.attemptHead}>
        <h3>{pageTexts.delivery.attempt(number)}</h3>
        <OutcomeBadge outcome={attempt.outcome} />
        <span className={classes.attemptFacts}>
          {attemptFacts(attempt).map((fact) => `${fact} · `)}
          <VersionLink version={attempt.version} versionPath={versionPath} />
          {" · "}
          <ExactTime instant={startedAt} />
          {" · "}
          {asDuration(startedAt, finishedAt)}
        </span>
      </div>
      {sentence !== undefined && <p className={classes.attemptSentence}>{sentence}</p>}
      {!isMasked && !isFound && (
        <>
          {(request || !isOnlyMeant) && (
            <Sent text={request} isOnlyMeant={isOnlyMeant} labels={fieldLabels} />
          )}
          {!isOnlyMeant && <Answered text={response} />}
          {isRevealed && (hasMask(request) || hasMask(response)) && (
            <p className={classes.note}>{pageTexts.exchange.notStored}</p>
          )}
        </>
      )}
    </section>
  );
}

function hasMask(text: string | null | undefined): boolean {
  return text?.includes("•••") ?? false;
}
