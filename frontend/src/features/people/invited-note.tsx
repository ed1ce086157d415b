import { Button, Group, Stack, Text } from "@mantine/core";
import type { InvitationResponse } from "../../api/schema";
import { CopyField } from "../../components/copy-field";
import { asDay } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

interface InvitedNoteProps {
  invitation: InvitationResponse;
  onDone: () => void;
  onAnother: () => void;
}

export function InvitedNote({ invitation, onDone, onAnother }: InvitedNoteProps) {
  const { email, url, isMailed, expiresAt } = invitation;
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {isMailed
          ? pageTexts.people.invitedMailed(email)
          : pageTexts.people.invitedNotMailed(email)}
      </Text>
      {url && (
        <CopyField text={url} label={pageTexts.people.link} copyLabel={pageTexts.people.copyLink} />
      )}
      <Text size="xs" c="var(--muted)">
        {pageTexts.people.linkIsSecret} {pageTexts.people.expires} {asDay(expiresAt)}.
      </Text>
      <Group gap="xs">
        <Button onClick={onDone} data-autofocus>
          {texts.common.done}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {pageTexts.people.inviteAnother}
        </Button>
      </Group>
    </Stack>
  );
}
