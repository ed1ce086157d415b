import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ownerIn, recordIn } from "../../lib/imis-record";
import { prettyJson } from "../../lib/json";
import * as pageTexts from "../../texts/page-texts";
import { CodeBlock } from "../code-block";
import classes from "./delivery-detail.module.css";
import { RecordTable } from "./record-table";

interface TextProps {
  text: string | null | undefined;
}

interface SentProps extends TextProps {
  /** Whether it never got there. */
  isOnlyMeant?: boolean;
  /** What fields are called on screen. */
  labels?: ReadonlyMap<string, string> | undefined;
}

/** What was sent to iMIS: the record to read, and the text that it was sent as. */
export function Sent({ text, isOnlyMeant = false, labels }: SentProps) {
  const [isRaw, setRaw] = useState(false);
  const title = isOnlyMeant ? pageTexts.exchange.meant : pageTexts.delivery.request;
  const record = text ? recordOf(text) : [];
  if (record.length === 0 || !text) {
    return (
      <Exchanged
        title={title}
        text={text}
        absent={pageTexts.delivery.noRequest}
        copyLabel={pageTexts.delivery.copyRequest}
      />
    );
  }
  const copyLabel = isOnlyMeant ? pageTexts.exchange.copyMeant : pageTexts.delivery.copyRequest;
  return (
    <Part
      title={title}
      action={
        <Button size="compact-xs" variant="subtle" onClick={() => setRaw(!isRaw)}>
          {isRaw ? pageTexts.exchange.showTable : pageTexts.exchange.showJson}
        </Button>
      }
    >
      {isRaw ? (
        <CodeBlock text={prettyJson(text) ?? text} label={title} copyLabel={copyLabel} />
      ) : (
        <RecordTable label={title} values={record} labels={labels} />
      )}
    </Part>
  );
}

function recordOf(text: string) {
  const owner = ownerIn(text);
  const values = recordIn(text) ?? [];
  return owner === undefined
    ? values
    : [{ field: pageTexts.exchange.owner, value: owner }, ...values];
}

/** What iMIS answered. */
export function Answered({ text }: TextProps) {
  return (
    <Exchanged
      title={pageTexts.delivery.response}
      text={text}
      absent={pageTexts.delivery.noResponse}
      copyLabel={pageTexts.delivery.copyResponse}
    />
  );
}

interface ExchangedProps extends TextProps {
  title: string;
  absent: string;
  copyLabel: string;
}

function Exchanged({ title, text, absent, copyLabel }: ExchangedProps) {
  return (
    <Part title={title}>
      {text ? (
        <CodeBlock text={prettyJson(text) ?? text} label={title} copyLabel={copyLabel} />
      ) : (
        <p className={classes.note}>{absent}</p>
      )}
    </Part>
  );
}

interface PartProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

function Part({ title, action, children }: PartProps) {
  return (
    <div className={classes.exchanged}>
      <div className={classes.exchangedHead}>
        <h4>{title}</h4>
        {action}
      </div>
      {children}
    </div>
  );
}
