import { useId, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { DeliveryResponse } from "../../api/schema";
import { prettyJson } from "../../lib/json";
import { Attempts } from "./attempts";
import { HeaderTable } from "./header-table";
import { type Mark, marksInJson, marksInText } from "./marks";
import { type BodyView, ReceivedBody } from "./received-body";
import { Timeline } from "./timeline";
import { Violations } from "./violations";

interface DeliveryContentProps {
  delivery: DeliveryResponse;
  versionPath?: (version: number) => string;
}

/** What arrived, what was wrong with it, and what was done with it. */
export function DeliveryContent({ delivery, versionPath }: DeliveryContentProps) {
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

  const idOf = (mark: Mark) => `${id}-${marks.indexOf(mark)}`;
  const jump = (mark: Mark) => {
    // The mark must be there before it can be jumped to.
    flushSync(() => setView("formatted"));
    document.getElementById(idOf(mark))?.focus({ preventScroll: true });
    document.getElementById(idOf(mark))?.scrollIntoView({ block: "center" });
  };
  return (
    <>
      <Timeline delivery={delivery} />
      {violations.length > 0 && <Violations violations={violations} marks={marks} onJump={jump} />}
      <ReceivedBody
        body={body}
        pretty={pretty}
        view={view}
        onView={setView}
        // What is marked is the formatted text, unless there is none.
        marks={view === "formatted" || pretty === undefined ? marks : []}
        idOf={idOf}
      />
      <Attempts attempts={delivery.attempts} versionPath={versionPath} />
      <HeaderTable headers={delivery.headers} />
    </>
  );
}
