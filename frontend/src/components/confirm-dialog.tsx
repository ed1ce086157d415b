import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { texts } from "../texts/texts";
import { Dialog } from "./dialog";
import { ProblemAlert } from "./problem-alert";
import { WorkButton } from "./work-button";

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** What comes of it. */
  text: string;
  /** What else is to be known of it. */
  children?: ReactNode;
  confirm: string;
  /** Whether it destroys something. */
  isDestructive?: boolean;
  error: Error | null;
  /** Whether it is being done: then it can be taken back no more, and its answer is waited for. */
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back, or that others will notice. */
export function ConfirmDialog({
  isOpen,
  title,
  text,
  children,
  confirm,
  isDestructive = true,
  error,
  isPending,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    // What runs cannot be called off: its end is waited for, and told here.
    <Dialog isOpen={isOpen} title={title} onClose={onClose} isBusy={isPending}>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        {children}
        {error !== null && <ProblemAlert error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={isPending} data-autofocus>
            {texts.common.cancel}
          </Button>
          <WorkButton
            {...(isDestructive && { color: "red" })}
            onClick={onConfirm}
            loading={isPending}
          >
            {confirm}
          </WorkButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
