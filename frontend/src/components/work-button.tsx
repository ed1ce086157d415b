import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentPropsWithRef, MouseEvent } from "react";

type WorkButtonProps = ButtonProps & Omit<ComponentPropsWithRef<"button">, keyof ButtonProps>;

/**
 * A button that shows that it is at work. What is disabled loses the focus, and whoever uses a keyboard their place:
 * this one keeps it, and does nothing meanwhile.
 */
export function WorkButton({ onClick, ...props }: WorkButtonProps) {
  return <Button {...props} component={Focusable} onClick={props.loading ? doNothing : onClick} />;
}

type FocusableProps = ComponentPropsWithRef<"button"> & { "data-loading"?: boolean };

function Focusable({ disabled, ...props }: FocusableProps) {
  const isAtWork = props["data-loading"] ?? false;
  return (
    <button
      {...props}
      type={props.type ?? "button"}
      disabled={disabled && !isAtWork}
      aria-disabled={isAtWork || undefined}
    />
  );
}

/** Not even sends the form that it belongs to. */
function doNothing(event: MouseEvent) {
  event.preventDefault();
}
