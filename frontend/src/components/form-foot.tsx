import { Button } from "@mantine/core";
import { texts } from "../texts/texts";
import classes from "./form-foot.module.css";
import { CheckIcon } from "./icons";
import { WorkButton } from "./work-button";

interface FormFootProps {
  submit: string;
  isSending: boolean;
  color?: string;
  /** What to say once it is done. */
  done?: string | undefined;
  isDone?: boolean;
  onCancel?: () => void;
}

/** The end of a form: its button, and that it worked. */
export function FormFoot({
  submit,
  isSending,
  color,
  done,
  isDone = false,
  onCancel,
}: FormFootProps) {
  return (
    <div className={classes.root}>
      <WorkButton type="submit" color={color} loading={isSending}>
        {submit}
      </WorkButton>
      {onCancel !== undefined && (
        <Button variant="default" onClick={onCancel}>
          {texts.common.cancel}
        </Button>
      )}
      <span role="status" className={classes.done}>
        {isDone && !isSending && (
          <>
            <CheckIcon />
            {done}
          </>
        )}
      </span>
    </div>
  );
}
