import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { AlertIcon, ClockIcon } from "../../../components/icons";
import { asMoment } from "../../../lib/dates";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { type Draft, differences, draftOf } from "./draft";
import classes from "./draft-notices.module.css";
import type { EditedWebhook } from "./queries";

interface RestoredNoticeProps {
  /** Whether discarding takes nothing away but what was restored. */
  isUntouched: boolean;
  onKeep: () => void;
  onDiscard: () => void;
}

export function RestoredNotice({ isUntouched, onKeep, onDiscard }: RestoredNoticeProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Alert
      role="status"
      className={classes.restored}
      icon={<ClockIcon size={18} />}
      title={pageTexts.wizard.restoredTitle}
    >
      {pageTexts.wizard.restoredText}
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" variant="default" onClick={onKeep}>
          {pageTexts.wizard.keep}
        </Button>
        {isUntouched && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {pageTexts.wizard.discard}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={pageTexts.wizard.discardTitle}
        text={pageTexts.wizard.discardText}
        confirm={pageTexts.wizard.discardRestored}
        error={null}
        isPending={false}
        onConfirm={onDiscard}
        onClose={() => setAsking(false)}
      />
    </Alert>
  );
}

/** One draft is kept of a webhook, however many tabs it is edited in. */
export function ElsewhereNotice({ onClose }: { onClose: () => void }) {
  return (
    <Alert
      role="alert"
      className={classes.conflict}
      icon={<AlertIcon size={18} />}
      title={pageTexts.wizard.elsewhereTitle}
      withCloseButton
      closeButtonLabel={texts.common.close}
      onClose={onClose}
    >
      {pageTexts.wizard.elsewhereText}
    </Alert>
  );
}

interface ConflictNoticeProps {
  draft: Draft;
  theirs: EditedWebhook;
  onLoadTheirs: () => void;
  onKeepMine: () => void;
}

/** Two people changed one webhook: who was later decides, knowing in what they differ. */
export function ConflictNotice({ draft, theirs, onLoadTheirs, onKeepMine }: ConflictNoticeProps) {
  const parts = differences(draft, draftOf(theirs)).map(
    (part) => pageTexts.wizard.conflictParts[part],
  );
  return (
    <Alert
      role="alert"
      className={classes.conflict}
      icon={<AlertIcon size={18} />}
      title={pageTexts.wizard.conflictTitle}
    >
      {pageTexts.wizard.conflictText(asMoment(theirs.updatedAt))}{" "}
      {pageTexts.wizard.conflictDiffers(asList(parts))}
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" variant="default" onClick={onLoadTheirs}>
          {pageTexts.wizard.loadTheirs}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onKeepMine}>
          {pageTexts.wizard.keepMine}
        </Button>
      </Group>
    </Alert>
  );
}
