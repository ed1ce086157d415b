import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./back-link.module.css";
import { BackIcon } from "./icons";

interface BackLinkProps {
  to: string;
  children: ReactNode;
}

export function BackLink({ to, children }: BackLinkProps) {
  return (
    <Link to={to} className={classes.root}>
      <BackIcon />
      {children}
    </Link>
  );
}
