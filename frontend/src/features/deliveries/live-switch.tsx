import { Switch, Tooltip, VisuallyHidden } from "@mantine/core";
import { useId } from "react";
import * as pageTexts from "../../texts/page-texts";
import classes from "./live.module.css";

interface LiveSwitchProps {
  isLive: boolean;
  /** Why it cannot be turned on now; undefined if it can. */
  refusal: string | undefined;
  onChange: (isLive: boolean) => void;
}

/** It can be reached while it cannot be used, too, and says why. */
export function LiveSwitch({ isLive, refusal, onChange }: LiveSwitchProps) {
  const id = useId();
  const isRefused = refusal !== undefined;
  return (
    <>
      <Tooltip
        label={refusal ?? pageTexts.deliveryLog.liveHint}
        events={{ hover: true, focus: isRefused, touch: isRefused }}
        multiline
        maw={280}
        refProp="rootRef"
      >
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
          data-refused={isRefused || undefined}
          aria-disabled={isRefused || undefined}
          aria-describedby={isRefused ? id : undefined}
          checked={isLive}
          onChange={(event) => !isRefused && onChange(event.currentTarget.checked)}
        />
      </Tooltip>
      {isRefused && <VisuallyHidden id={id}>{refusal}</VisuallyHidden>}
    </>
  );
}
