import { prettyJson } from "../../lib/json";
import * as pageTexts from "../../texts/page-texts";
import { CodeBlock } from "../code-block";
import classes from "./delivery-detail.module.css";

interface TextProps {
  text: string | null | undefined;
}

/** What was sent to iMIS. */
export function Sent({ text }: TextProps) {
  return (
    <Exchanged
      title={pageTexts.delivery.request}
      text={text}
      absent={pageTexts.delivery.noRequest}
      copyLabel={pageTexts.delivery.copyRequest}
    />
  );
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
    <div className={classes.exchanged}>
      <h4>{title}</h4>
      {text ? (
        <CodeBlock text={prettyJson(text) ?? text} label={title} copyLabel={copyLabel} />
      ) : (
        <p className={classes.note}>{absent}</p>
      )}
    </div>
  );
}
