import { type ReactNode, useState } from "react";
import classes from "./reference.module.css";

interface UnfoldedProps {
  id?: string;
  summary: ReactNode;
  children: ReactNode;
}

/** What is made only once somebody opens it: the contract is long. */
export function Unfolded({ id, summary, children }: UnfoldedProps) {
  const [isOpen, setIsOpen] = useState(() => id !== undefined && location.hash === `#${id}`);
  return (
    <details
      id={id}
      className={classes.item}
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className={classes.summary}>{summary}</summary>
      {isOpen && <div className={classes.content}>{children}</div>}
    </details>
  );
}
