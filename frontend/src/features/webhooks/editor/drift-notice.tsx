import { Alert, Button } from "@mantine/core";
import type { Drift } from "../../../api/schema";
import { AlertIcon } from "../../../components/icons";
import { asMoment } from "../../../lib/dates";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./draft-notices.module.css";

interface DriftNoticeProps {
  drift: Drift;
  onMend: () => void;
}

/** What of the panel no longer fits, and where to see to it. */
export function DriftNotice({ drift, onMend }: DriftNoticeProps) {
  return (
    <Alert
      role="status"
      className={classes.conflict}
      icon={<AlertIcon size={18} />}
      title={pageTexts.wizard.driftTitle}
    >
      {pageTexts.wizard.driftText} {pageTexts.wizard.driftFound(asMoment(drift.foundAt))}
      <ul className={classes.problems}>
        {drift.problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={onMend}>
        {pageTexts.wizard.driftMend}
      </Button>
    </Alert>
  );
}
