import { Alert, Button, Group } from "@mantine/core";
import { AlertIcon, ClockIcon } from "../../../components/icons";
import { asMoment } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import { type Draft, differences, draftOf } from "./draft";
import classes from "./draft-notices.module.css";
import type { EditedWebhook } from "./queries";

interface RestoredNoticeProps {
  onKeep: () => void;
  onDiscard: () => void;
}

export function RestoredNotice({ onKeep, onDiscard }: RestoredNoticeProps) {
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
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {pageTexts.wizard.discard}
        </Button>
      </Group>
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
      {pageTexts.wizard.conflictDiffers(parts.join(", "))}
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
