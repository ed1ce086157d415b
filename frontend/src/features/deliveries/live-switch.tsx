import * as pageTexts from "../../texts/page-texts";
import classes from "./live.module.css";

interface LiveSwitchProps {
  isLive: boolean;
  onChange: (isLive: boolean) => void;
}

export function LiveSwitch({ isLive, onChange }: LiveSwitchProps) {
  return (
    <label className={classes.switch} title={pageTexts.deliveryLog.liveHint}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells by itself whether it is checked
        role="switch"
        className={classes.track}
        checked={isLive}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={classes.pulse} data-live={isLive || undefined} aria-hidden="true" />
      {pageTexts.deliveryLog.live}
    </label>
  );
}
