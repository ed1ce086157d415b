import { type ReactNode, useId } from "react";
import classes from "./settings-section.module.css";

interface SettingsSectionProps {
  title: string;
  text: string;
  /** Stands beside the title. */
  badge?: ReactNode;
  children: ReactNode;
}

/** One thing that can be set: what it is on one side, the setting on the other. */
export function SettingsSection({ title, text, badge, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div>
        <div className={classes.head}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {badge}
        </div>
        <p className={classes.text}>{text}</p>
      </div>
      <div className={classes.card}>{children}</div>
    </section>
  );
}
