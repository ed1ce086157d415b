import { type ReactNode, useEffect, useRef } from "react";
import classes from "./front-form.module.css";

interface FrontMessageProps {
  icon: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}

/** What became of something, with the way on; takes the keyboard and the screen reader along. */
export function FrontMessage({ icon, title, text, children }: FrontMessageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <span className={classes.icon}>{icon}</span>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      <p className={classes.text}>{text}</p>
      {children}
    </section>
  );
}
