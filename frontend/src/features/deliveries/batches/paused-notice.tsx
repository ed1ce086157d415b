import { Alert, Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import type { ReplayBatchResponse } from "../../../api/schema";
import { AlertIcon } from "../../../components/icons";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import warning from "../replay.module.css";

interface PausedNoticeProps {
  organizationId: string;
  batch: ReplayBatchResponse;
}

/** Why nothing begins; not there where somebody paused it and nothing is under way any more. */
export function PausedNotice({ organizationId, batch }: PausedNoticeProps) {
  if (batch.state !== "PAUSED") {
    return null;
  }
  if (!batch.pauseReason) {
    return batch.progress.underWay > 0 ? (
      <Text size="sm" c="dimmed" mb="md">
        {pageTexts.batches.pausing}
      </Text>
    ) : null;
  }
  return (
    <Alert
      role="alert"
      mb="md"
      color="yellow"
      classNames={{ root: warning.warning, title: warning.strong, icon: warning.strong }}
      icon={<AlertIcon size={18} />}
      title={pageTexts.batches.pausedByItself}
    >
      <Text size="sm">{batch.pauseReason}</Text>
      <Anchor
        component={Link}
        to={paths.connection(organizationId)}
        size="sm"
        mt={6}
        display="inline-block"
        underline="always"
      >
        {pageTexts.batches.seeConnection}
      </Anchor>
    </Alert>
  );
}
