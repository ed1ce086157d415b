import { Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ReceivedFile } from "../api/client";
import type { ApiProblem } from "../api/problem";
import { downloadBlob } from "../lib/download";
import * as pageTexts from "../texts/page-texts";
import { Dialog } from "./dialog";
import { DownloadIcon } from "./icons";
import { ProblemAlert } from "./problem-alert";
import { WorkButton } from "./work-button";

type ExportFormat = "CSV" | "NDJSON";

interface ExportMenuProps {
  /** Asks for what the filters of the page show, as a file. */
  load: (format: ExportFormat) => Promise<ReceivedFile>;
  /** What is to be known of the file. */
  note?: string;
}

export function ExportMenu({ load, note }: ExportMenuProps) {
  const [isFailed, setIsFailed] = useState(false);
  const save = useMutation<ReceivedFile, ApiProblem, ExportFormat>({
    mutationFn: load,
    onSuccess: ({ name, content }) => downloadBlob(name, content),
    onError: () => setIsFailed(true),
  });
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <WorkButton variant="default" leftSection={<DownloadIcon />} loading={save.isPending}>
            {pageTexts.exporting.title}
          </WorkButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{pageTexts.exporting.as}</Menu.Label>
          <Menu.Item onClick={() => save.mutate("CSV")}>{pageTexts.exporting.csv}</Menu.Item>
          <Menu.Item onClick={() => save.mutate("NDJSON")}>{pageTexts.exporting.ndjson}</Menu.Item>
          {note !== undefined && <Menu.Label>{note}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        isOpen={isFailed}
        title={pageTexts.exporting.failed}
        onClose={() => setIsFailed(false)}
      >
        <ProblemAlert error={save.error} />
      </Dialog>
    </>
  );
}
