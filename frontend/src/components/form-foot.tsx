import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./form-foot.module.css";
import { CheckIcon } from "./icons";

interface FormFootProps {
  submit: string;
  isSending: boolean;
  color?: string;
  /** What to say once it is done. */
  done?: string | undefined;
  isDone?: boolean;
  children?: ReactNode;
}

/** The end of a form: its button, and that it worked. */
export function FormFoot({
  submit,
  isSending,
  color,
  done,
  isDone = false,
  children,
}: FormFootProps) {
  return (
    <div className={classes.root}>
      <Button type="submit" color={color} loading={isSending}>
        {submit}
      </Button>
      {children}
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
