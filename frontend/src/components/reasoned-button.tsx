import { Button, type ButtonProps, Tooltip, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface ReasonedButtonProps extends ButtonProps {
  /** Why it cannot be used now; undefined if it can. */
  refusal: string | undefined;
  onClick: () => void;
  children: ReactNode;
}

/** A button that, while it cannot be used, says why: it can be reached then, too. */
export function ReasonedButton({ refusal, onClick, children, ...others }: ReasonedButtonProps) {
  const id = useId();
  const isRefused = refusal !== undefined;
  return (
    <>
      <Tooltip
        label={refusal}
        disabled={!isRefused}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        maw={280}
      >
        <Button
          variant="default"
          {...others}
          data-disabled={isRefused || undefined}
          aria-disabled={isRefused || undefined}
          aria-describedby={isRefused ? id : undefined}
          onClick={() => !isRefused && onClick()}
        >
          {children}
        </Button>
      </Tooltip>
      {isRefused && <VisuallyHidden id={id}>{refusal}</VisuallyHidden>}
    </>
  );
}
