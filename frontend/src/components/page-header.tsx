import type { ReactNode } from "react";
import { texts } from "../texts/texts";
import classes from "./page-header.module.css";

interface PageHeaderProps {
  title: string;
  intro?: string;
  children?: ReactNode;
}

export function PageHeader({ title, intro, children }: PageHeaderProps) {
  return (
    <header className={classes.root}>
      <title>{texts.common.pageTitle(title)}</title>
      <h1 className={classes.title}>{title}</h1>
      {intro !== undefined && <p className={classes.intro}>{intro}</p>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
