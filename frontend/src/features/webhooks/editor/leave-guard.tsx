import { Button, Group, Stack, Text } from "@mantine/core";
import { useCallback, useEffect } from "react";
import { useBlocker } from "react-router";
import { Dialog } from "../../../components/dialog";
import { isSignIn } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";

interface LeaveGuardProps {
  isNew: boolean;
  /** Whether leaving right now would leave work behind. */
  isAtStake: () => boolean;
  onDiscard: () => void;
}

/** Asks before the page is left with changes that are not saved. */
export function LeaveGuard({ isNew, isAtStake, onDiscard }: LeaveGuardProps) {
  const blocker = useBlocker(
    useCallback<Exclude<Parameters<typeof useBlocker>[0], boolean>>(
      ({ currentLocation, nextLocation }) =>
        currentLocation.pathname !== nextLocation.pathname &&
        // A session that ended cannot be gone on with; the draft waits until it can.
        !isSignIn(nextLocation.pathname) &&
        isAtStake(),
      [isAtStake],
    ),
  );

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isAtStake()) {
        event.preventDefault();
      }
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtStake]);

  return (
    <Dialog
      isOpen={blocker.state === "blocked"}
      title={pageTexts.wizard.leaveTitle}
      onClose={() => blocker.reset?.()}
    >
      <Stack gap="md">
        <Text size="sm">{isNew ? pageTexts.wizard.leaveTextNew : pageTexts.wizard.leaveText}</Text>
        <Group justify="flex-end" gap="xs">
          <Button
            variant="subtle"
            color="red"
            onClick={() => {
              onDiscard();
              blocker.proceed?.();
            }}
          >
            {pageTexts.wizard.discard}
          </Button>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {pageTexts.wizard.leave}
          </Button>
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            {pageTexts.wizard.stay}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
