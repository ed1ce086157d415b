import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { InvitationResponse, Membership } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { PlusIcon } from "../../components/icons";
import * as pageTexts from "../../texts/page-texts";
import { InviteForm } from "./invite-form";
import { InvitedNote } from "./invited-note";
import { invitationsQuery } from "./queries";

export function Invite({ membership }: { membership: Membership }) {
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [invitation, setInvitation] = useState<InvitationResponse>();
  const begin = () => {
    setInvitation(undefined);
    open();
  };
  const invited = (made: InvitationResponse) => {
    setInvitation(made);
    return queryClient.invalidateQueries(invitationsQuery(membership.organizationId));
  };
  return (
    <>
      <Button leftSection={<PlusIcon />} onClick={begin}>
        {pageTexts.people.invite}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={
          invitation === undefined ? pageTexts.people.inviteTitle : pageTexts.people.invitedTitle
        }
        onClose={close}
      >
        {invitation === undefined ? (
          <InviteForm membership={membership} onInvited={invited} />
        ) : (
          <InvitedNote
            invitation={invitation}
            onDone={close}
            onAnother={() => setInvitation(undefined)}
          />
        )}
      </Dialog>
    </>
  );
}
