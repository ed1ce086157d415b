import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReceivedFile } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import { DownloadIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { downloadBlob } from "../../lib/download";
import { texts } from "../../texts/texts";
import classes from "./offboarding.module.css";
import { exportOrganization } from "./queries";

export function ExportEverything({ organizationId }: { organizationId: string }) {
  const save = useMutation<ReceivedFile, ApiProblem, void>({
    mutationFn: () => exportOrganization(organizationId),
    onSuccess: ({ name, content }) => downloadBlob(name, content),
  });
  return (
    <SettingsSection title={texts.offboarding.export} text={texts.offboarding.exportText}>
      <Stack gap="md">
        <div>
          <p className={classes.text}>{texts.offboarding.exportContent}</p>
          <p className={classes.text}>{texts.offboarding.exportOmitted}</p>
          <p className={classes.text}>{texts.offboarding.exportSecret}</p>
        </div>
        {save.error !== null && (
          <ProblemAlert title={texts.offboarding.exportFailed} error={save.error} />
        )}
        <div className={classes.foot}>
          <Button
            variant="default"
            leftSection={<DownloadIcon />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {texts.offboarding.exportSubmit}
          </Button>
          <span role="status" className={classes.status}>
            {save.isPending && texts.offboarding.exporting}
            {save.isSuccess && texts.offboarding.exported(save.data.name)}
          </span>
        </div>
      </Stack>
    </SettingsSection>
  );
}
