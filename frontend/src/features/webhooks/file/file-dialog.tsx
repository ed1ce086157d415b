import { Anchor, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import type { ReceivedFile } from "../../../api/client";
import type { ApiProblem } from "../../../api/problem";
import type { Membership } from "../../../api/schema";
import { CodeBlock } from "../../../components/code-block";
import { Dialog } from "../../../components/dialog";
import { DownloadIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { WorkButton } from "../../../components/work-button";
import { downloadBlob } from "../../../lib/download";
import { exportName } from "../../../lib/export-name";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import classes from "./file-dialog.module.css";
import { exportWebhooks } from "./queries";

interface FileDialogProps {
  membership: Membership;
  canMakeKeys: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** The webhooks as a file, and what can be done with it. */
export function FileDialog({ membership, canMakeKeys, isOpen, onClose }: FileDialogProps) {
  const { organizationId, organizationSlug } = membership;
  const name = exportName("inlet.yaml", { organization: organizationSlug, webhook: undefined });
  const save = useMutation<ReceivedFile, ApiProblem>({
    mutationFn: () => exportWebhooks(organizationId),
    onSuccess: ({ content }) => downloadBlob(name, content),
  });
  return (
    <Dialog isOpen={isOpen} title={pageTexts.webhookFile.title} onClose={onClose} size="lg">
      <Stack gap="lg">
        <Stack gap="md" align="flex-start">
          <p className={classes.text}>{pageTexts.webhookFile.text}</p>
          <WorkButton
            leftSection={<DownloadIcon />}
            loading={save.isPending}
            onClick={() => save.mutate()}
            data-autofocus
          >
            {pageTexts.webhookFile.download(name)}
          </WorkButton>
          {save.isError && <ProblemAlert title={pageTexts.webhookFile.failed} error={save.error} />}
        </Stack>
        <HowToApply organizationId={organizationId} file={name} canMakeKeys={canMakeKeys} />
      </Stack>
    </Dialog>
  );
}

interface HowToApplyProps {
  organizationId: string;
  file: string;
  canMakeKeys: boolean;
}

function HowToApply({ organizationId, file, canMakeKeys }: HowToApplyProps) {
  const { webhookFile } = pageTexts;
  return (
    <section aria-label={webhookFile.apply}>
      <h3 className={classes.title}>{webhookFile.apply}</h3>
      <p className={classes.text}>{webhookFile.applyText}</p>
      <div className={classes.commands}>
        <CodeBlock
          text={commands(organizationId, file)}
          label={webhookFile.commands}
          copyLabel={webhookFile.copyCommands}
        />
      </div>
      <p className={classes.text}>
        {webhookFile.others} {!canMakeKeys && webhookFile.askForKey}
      </p>
      <div className={classes.links}>
        {canMakeKeys && (
          <Anchor component={Link} to={paths.apiKeys(organizationId)} size="sm">
            {webhookFile.apiKeys}
          </Anchor>
        )}
        <Anchor component={Link} to={`${paths.apiReference}#webhooks-as-code`} size="sm">
          {webhookFile.reference}
        </Anchor>
      </div>
    </section>
  );
}

function commands(organizationId: string, file: string): string {
  const { keyPlaceholder, plan, applies } = pageTexts.webhookFile;
  return [
    `curl -fO ${location.origin}/cli/inlet`,
    `export INLET_URL=${location.origin}`,
    `export INLET_ORGANIZATION=${organizationId}`,
    `export INLET_API_KEY='${keyPlaceholder}'`,
    "",
    `# ${plan}`,
    `sh inlet plan ${file}`,
    "",
    `# ${applies}`,
    `sh inlet apply ${file}`,
  ].join("\n");
}
