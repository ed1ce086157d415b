import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Membership } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { SettingsSection } from "../../components/settings-section";
import * as pageTexts from "../../texts/page-texts";
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
      title={pageTexts.offboarding.delete}
      text={pageTexts.offboarding.deleteText}
      isDangerous
    >
      <div className={classes.foot}>
        <p className={classes.text}>{pageTexts.offboarding.deleteSummary}</p>
        <Button color="red" onClick={open}>
          {pageTexts.offboarding.deleteOpen}
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        title={pageTexts.offboarding.deleteTitle(membership.organizationName)}
        onClose={close}
      >
        <DeletionForm membership={membership} onDeleted={onDeleted} onCancel={close} />
      </Dialog>
    </SettingsSection>
  );
}
