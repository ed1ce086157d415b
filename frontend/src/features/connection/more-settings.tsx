import { Anchor, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { texts } from "../../texts/texts";
import classes from "./connection.module.css";

interface MoreSettingsProps {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** What few change: closed, it still takes part in the form. */
export function MoreSettings({ value, onChange, error }: MoreSettingsProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isShown = isOpen || error !== undefined;
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        className={classes.more}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setOpen(!isShown)}
      >
        {isShown ? texts.connection.less : texts.connection.more}
      </Anchor>
      <div id={id} hidden={!isShown} className={classes.moreFields}>
        <TextInput
          name="concurrentCallsMax"
          label={texts.connection.callsAtOnce}
          description={texts.connection.callsAtOnceHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          classNames={{ input: classes.short }}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={error}
        />
      </div>
    </div>
  );
}
