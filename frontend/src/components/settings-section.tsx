import { type ReactNode, useId } from "react";
import classes from "./settings-section.module.css";

interface SettingsSectionProps {
  title: string;
  text: string;
  /** Stands beside the title. */
  badge?: ReactNode;
  /** Whether it is about something that cannot be taken back. */
  isDangerous?: boolean;
  children: ReactNode;
}

/** One thing that can be set: what it is on one side, the setting on the other. */
export function SettingsSection({
  title,
  text,
  badge,
  isDangerous = false,
  children,
}: SettingsSectionProps) {
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
      <div className={classes.card} data-dangerous={isDangerous || undefined}>
        {children}
      </div>
    </section>
  );
}
