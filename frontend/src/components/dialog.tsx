import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { texts } from "../texts/texts";
import classes from "./dialog.module.css";

interface DialogProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  /** For what is shown once: a click beside it does not close it. */
  isSticky?: boolean;
  /** While something runs that closing it would hide: nothing closes it. */
  isBusy?: boolean;
  size?: "md" | "lg" | "xl";
  children: ReactNode;
}

export function Dialog({
  isOpen,
  title,
  onClose,
  isSticky = false,
  isBusy = false,
  size = "md",
  children,
}: DialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      centered
      radius={12}
      size={size}
      closeOnClickOutside={!isSticky && !isBusy}
      closeOnEscape={!isSticky && !isBusy}
      withCloseButton={!isSticky}
      closeButtonProps={{ "aria-label": texts.common.close, disabled: isBusy }}
      classNames={{ content: classes.content, title: classes.title, header: classes.header }}
    >
      {children}
    </Modal>
  );
}
