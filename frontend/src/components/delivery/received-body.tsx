import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { DeliveryBody } from "../../api/schema";
import { prettyJson } from "../../lib/json";
import { texts } from "../../texts/texts";
import { CodeBlock } from "../code-block";
import { Section } from "../section";
import classes from "./delivery-detail.module.css";

const views = [
  { value: "formatted", label: texts.delivery.formatted },
  { value: "received", label: texts.delivery.asReceived },
];

export function ReceivedBody({ body }: { body: DeliveryBody }) {
  const [view, setView] = useState("formatted");
  const pretty = body.encoding === "utf-8" ? prettyJson(body.content) : undefined;
  const text = view === "formatted" ? (pretty ?? body.content) : body.content;
  return (
    <Section
      title={texts.delivery.body}
      actions={
        pretty !== undefined && (
          <SegmentedControl
            size="xs"
            data={views}
            value={view}
            onChange={setView}
            aria-label={texts.delivery.bodyView}
          />
        )
      }
    >
      {body.isPartial && <p className={classes.note}>{texts.delivery.partialBody}</p>}
      {body.encoding === "base64" && <p className={classes.note}>{texts.delivery.binaryBody}</p>}
      {body.content === "" ? (
        <p className={classes.note}>{texts.delivery.emptyBody}</p>
      ) : (
        <CodeBlock text={text} label={texts.delivery.body} copyLabel={texts.delivery.copyBody} />
      )}
    </Section>
  );
}
