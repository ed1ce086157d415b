import { Anchor } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { texts } from "../texts/texts";
import classes from "./more-settings.module.css";

interface MoreSettingsProps {
  /** Whether something in there is not as it comes. */
  isUsed?: boolean;
  /** Whether something in there is wrong, so that it cannot be closed. */
  isFaulty: boolean;
  children: ReactNode;
}

/** Settings that few change. Closed, they still take part in their form. */
export function MoreSettings({ isUsed = false, isFaulty, children }: MoreSettingsProps) {
  const [isOpened, setOpened] = useState(isUsed);
  const id = useId();
  const isOpen = isOpened || isFaulty;
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpened(!isOpen)}
      >
        {isOpen ? texts.common.lessSettings : texts.common.moreSettings}
      </Anchor>
      <div id={id} hidden={!isOpen} className={classes.settings}>
        {children}
      </div>
    </div>
  );
}
