import { Fragment } from "react";
import classes from "./reference.module.css";

/** What the contract says, in which a name stands between backticks. */
export function Prose({ text = "" }: { text?: string | undefined }) {
  const parts = text.split(/`([^`]+)`/);
  let at = 0;
  return parts.map((part, index) => {
    const key = at;
    at += part.length + 1;
    return index % 2 === 1 ? (
      <code key={key} className={classes.code}>
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
