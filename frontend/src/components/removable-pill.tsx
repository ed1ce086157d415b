import { Button } from "@mantine/core";
import { CloseIcon } from "./icons";
import classes from "./removable-pill.module.css";

interface RemovablePillProps {
  text: string;
  /** What selecting it does. */
  remove: string;
  onRemove: () => void;
}

/** One of the things that narrow a list, to be seen and taken away. */
export function RemovablePill({ text, remove, onRemove }: RemovablePillProps) {
  return (
    <Button
      className={classes.pill}
      variant="light"
      rightSection={<CloseIcon />}
      aria-label={remove}
      title={remove}
      onClick={onRemove}
    >
      {text}
    </Button>
  );
}
