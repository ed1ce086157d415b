import { Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReceivedFile } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import { DownloadIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { WorkButton } from "../../components/work-button";
import { downloadBlob } from "../../lib/download";
import * as pageTexts from "../../texts/page-texts";
import classes from "./offboarding.module.css";
import { exportOrganization } from "./queries";

export function ExportEverything({ organizationId }: { organizationId: string }) {
  const save = useMutation<ReceivedFile, ApiProblem, void>({
    mutationFn: () => exportOrganization(organizationId),
    onSuccess: ({ name, content }) => downloadBlob(name, content),
  });
  return (
    <SettingsSection title={pageTexts.offboarding.export} text={pageTexts.offboarding.exportText}>
      <Stack gap="md">
        <div>
          <p className={classes.text}>{pageTexts.offboarding.exportContent}</p>
          <p className={classes.text}>{pageTexts.offboarding.exportOmitted}</p>
          <p className={classes.text}>{pageTexts.offboarding.exportSecret}</p>
        </div>
        {save.error !== null && (
          <ProblemAlert title={pageTexts.offboarding.exportFailed} error={save.error} />
        )}
        <div className={classes.foot}>
          <WorkButton
            variant="default"
            leftSection={<DownloadIcon />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {pageTexts.offboarding.exportSubmit}
          </WorkButton>
          <span role="status" className={classes.status}>
            {save.isPending && pageTexts.offboarding.exporting}
            {save.isSuccess && pageTexts.offboarding.exported(save.data.name)}
          </span>
        </div>
      </Stack>
    </SettingsSection>
  );
}
