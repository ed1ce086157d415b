import { Switch, Tooltip } from "@mantine/core";
import * as pageTexts from "../../texts/page-texts";
import classes from "./live.module.css";

interface LiveSwitchProps {
  isLive: boolean;
  onChange: (isLive: boolean) => void;
}

export function LiveSwitch({ isLive, onChange }: LiveSwitchProps) {
  return (
    <Tooltip label={pageTexts.deliveryLog.liveHint} refProp="rootRef">
      <Switch
        classNames={{
          root: classes.switch,
          body: classes.switchBody,
          label: classes.switchLabel,
        }}
        label={
          <>
            <span className={classes.pulse} data-live={isLive || undefined} aria-hidden="true" />
            {pageTexts.deliveryLog.live}
          </>
        }
        checked={isLive}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Tooltip>
  );
}
