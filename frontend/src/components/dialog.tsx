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
  size?: "md" | "lg" | "xl";
  children: ReactNode;
}

export function Dialog({
  isOpen,
  title,
  onClose,
  isSticky = false,
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
      closeOnClickOutside={!isSticky}
      closeOnEscape={!isSticky}
      withCloseButton={!isSticky}
      closeButtonProps={{ "aria-label": texts.common.close }}
      classNames={{ content: classes.content, title: classes.title, header: classes.header }}
    >
      {children}
    </Modal>
  );
}
