import { Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { client, type ReceivedFile, readFile } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import { DownloadIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { WorkButton } from "../../components/work-button";
import { downloadBlob } from "../../lib/download";
import * as pageTexts from "../../texts/page-texts";
import classes from "./how-to-call.module.css";

type Format = "HTML" | "OPENAPI";

interface SenderFilesProps {
  organizationId: string;
  webhookId: string;
}

const fileNames = { HTML: "how-to-send.html", OPENAPI: "how-to-send.openapi.json" };

/** Everything that a sender has to know, as a file to hand over. */
export function SenderFiles({ organizationId, webhookId }: SenderFilesProps) {
  const save = useMutation<ReceivedFile, ApiProblem, Format>({
    mutationFn: (format) =>
      readFile(
        client.GET(
          "/api/organizations/{organizationId}/webhooks/{webhookId}/sender-documentation",
          {
            params: { path: { organizationId, webhookId }, query: { format } },
            parseAs: "blob",
          },
        ),
        fileNames[format],
      ),
    onSuccess: ({ name, content }) => downloadBlob(name, content),
  });
  const isLoading = (format: Format) => save.isPending && save.variables === format;
  return (
    <section aria-label={pageTexts.senderFiles.title}>
      <h3 className={classes.title}>{pageTexts.senderFiles.title}</h3>
      <p className={classes.text}>{pageTexts.senderFiles.text}</p>
      <Group gap="sm">
        <WorkButton
          variant="default"
          leftSection={<DownloadIcon />}
          loading={isLoading("HTML")}
          onClick={() => save.mutate("HTML")}
        >
          {pageTexts.senderFiles.page}
        </WorkButton>
        <WorkButton
          variant="subtle"
          loading={isLoading("OPENAPI")}
          onClick={() => save.mutate("OPENAPI")}
        >
          {pageTexts.senderFiles.openApi}
        </WorkButton>
      </Group>
      {save.isError && <ProblemAlert title={pageTexts.senderFiles.failed} error={save.error} />}
    </section>
  );
}
