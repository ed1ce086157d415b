import type { ReactNode } from "react";
import classes from "./badge.module.css";

export type Tone = "green" | "amber" | "red" | "violet" | "blue" | "gray";

interface BadgeProps {
  tone: Tone;
  children: ReactNode;
}

export function Badge({ tone, children }: BadgeProps) {
  return (
    <span className={classes.root} data-tone={tone}>
      {children}
    </span>
  );
}
