import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { texts } from "../texts/texts";
import classes from "./dialog-window.module.css";

export interface DialogProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  /** For what is shown once: neither a click beside it nor Escape closes it. */
  isSticky?: boolean;
  /** While something runs that closing it would hide: nothing closes it. */
  isBusy?: boolean;
  size?: "md" | "lg" | "xl";
  children: ReactNode;
}

export function DialogWindow({
  isOpen,
  title,
  onClose,
  isSticky = false,
  isBusy = false,
  size = "md",
  children,
}: DialogProps) {
  // One that comes open must open all the same: only then is it noted where the keyboard was.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Modal
      opened={isOpen && isThere}
      onClose={onClose}
      title={title}
      centered
      radius={12}
      size={size}
      closeOnClickOutside={!isSticky && !isBusy}
      closeOnEscape={!isSticky && !isBusy}
      withCloseButton={!isSticky}
      // Nothing moves sideways for a bar that goes.
      removeScrollProps={{ removeScrollBar: false }}
      closeButtonProps={{ "aria-label": texts.common.close, disabled: isBusy }}
      classNames={{ content: classes.content, title: classes.title, header: classes.header }}
    >
      {children}
    </Modal>
  );
}
