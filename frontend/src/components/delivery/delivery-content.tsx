import { useId, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { DeliveryResponse } from "../../api/schema";
import { prettyJson } from "../../lib/json";
import { Attempts } from "./attempts";
import { CallerAnswer } from "./caller-answer";
import { HeaderTable } from "./header-table";
import { type Mark, marksInJson, marksInText } from "./marks";
import { type BodyView, ReceivedBody } from "./received-body";
import { Timeline } from "./timeline";
import { Violations } from "./violations";

interface DeliveryContentProps {
  delivery: DeliveryResponse;
  versionPath?: (version: number) => string;
  /** What fields of records are called on screen, by the name that iMIS gives them. */
  fieldLabels?: ReadonlyMap<string, string> | undefined;
}

/** What arrived, what was wrong with it, and what was done with it. */
export function DeliveryContent({ delivery, versionPath, fieldLabels }: DeliveryContentProps) {
  const { body, violations } = delivery;
  const [view, setView] = useState<BodyView>("formatted");
  const id = useId();
  const pretty = useMemo(
    () => (body.encoding === "utf-8" ? prettyJson(body.content) : undefined),
    [body.content, body.encoding],
  );
  const marks = useMemo(() => {
    if (body.encoding !== "utf-8") {
      return [];
    }
    return pretty === undefined
      ? marksInText(body.content, violations)
      : marksInJson(pretty, violations);
  }, [body.content, body.encoding, pretty, violations]);

  const idOf = ({ number }: Mark) => `${id}-mark-${number}`;
  const sentenceIdOf = ({ number }: Mark) => `${id}-violation-${number}`;
  const jump = (mark: Mark) => {
    // The mark must be there before it can be jumped to.
    flushSync(() => setView("formatted"));
    show(idOf(mark));
  };
  return (
    <>
      <Timeline delivery={delivery} />
      {violations.length > 0 && (
        <Violations violations={violations} marks={marks} idOf={sentenceIdOf} onJump={jump} />
      )}
      <ReceivedBody
        body={body}
        leftOut={delivery.leftOut}
        isWithheld={delivery.isBodyWithheld}
        pretty={pretty}
        view={view}
        onView={setView}
        // What is marked is the formatted text, unless there is none.
        marks={view === "formatted" || pretty === undefined ? marks : []}
        idOf={idOf}
        onBack={(mark) => show(sentenceIdOf(mark))}
      />
      <Attempts
        attempts={delivery.attempts}
        isRevealed={delivery.masked.length === 0}
        fieldLabels={fieldLabels}
        versionPath={versionPath}
      />
      {delivery.answer && <CallerAnswer answer={delivery.answer} />}
      <HeaderTable headers={delivery.headers} />
    </>
  );
}

function show(id: string) {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center" });
}
