import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Membership } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { SettingsSection } from "../../components/settings-section";
import { texts } from "../../texts/texts";
import { DeletionForm } from "./deletion-form";
import classes from "./offboarding.module.css";

interface DeleteOrganizationProps {
  membership: Membership;
  onDeleted: () => unknown;
}

export function DeleteOrganization({ membership, onDeleted }: DeleteOrganizationProps) {
  const [isAsking, { open, close }] = useDisclosure(false);
  return (
    <SettingsSection
      title={texts.offboarding.delete}
      text={texts.offboarding.deleteText}
      isDangerous
    >
      <div className={classes.foot}>
        <p className={classes.text}>{texts.offboarding.deleteSummary}</p>
        <Button color="red" onClick={open}>
          {texts.offboarding.deleteOpen}
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        title={texts.offboarding.deleteTitle(membership.organizationName)}
        onClose={close}
      >
        <DeletionForm membership={membership} onDeleted={onDeleted} onCancel={close} />
      </Dialog>
    </SettingsSection>
  );
}
