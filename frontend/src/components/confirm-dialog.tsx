import { Button, Group, Stack, Text } from "@mantine/core";
import { texts } from "../texts/texts";
import { Dialog } from "./dialog";
import { ProblemAlert } from "./problem-alert";

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** What comes of it. */
  text: string;
  confirm: string;
  /** Whether something is lost by it. */
  isDestructive?: boolean;
  error: Error | null;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  isOpen,
  title,
  text,
  confirm,
  isDestructive = true,
  error,
  isPending,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        {error !== null && <ProblemAlert error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {texts.common.cancel}
          </Button>
          <Button {...(isDestructive && { color: "red" })} onClick={onConfirm} loading={isPending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
