import { Button } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import classes from "./expandable.module.css";
import { CheckIcon } from "./icons";

interface ExpandableProps {
  /** What is shown while it is closed. */
  summary?: ReactNode;
  /** What opens it. */
  open: string;
  /** The form, which closes itself: with what it did, or with nothing. */
  children: (close: (done?: string) => void) => ReactNode;
}

/** A form that few come for: it takes no room until somebody wants it. */
export function Expandable({ summary, open, children }: ExpandableProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [done, setDone] = useState("");
  const button = useRef<HTMLButtonElement>(null);

  const close = (what = "") => {
    // The button must be there again before it can get the keyboard back.
    flushSync(() => {
      setDone(what);
      setIsOpen(false);
    });
    button.current?.focus();
  };

  return (
    <>
      {isOpen ? (
        children(close)
      ) : (
        <div className={classes.closed}>
          {summary}
          <Button ref={button} variant="default" onClick={() => setIsOpen(true)}>
            {open}
          </Button>
        </div>
      )}
      <p role="status" className={classes.done}>
        {!isOpen && done !== "" && (
          <>
            <CheckIcon />
            <span>{done}</span>
          </>
        )}
      </p>
    </>
  );
}
