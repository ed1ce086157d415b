import { Button, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ReceivedFile } from "../../api/client";
import type { ApiProblem } from "../../api/problem";
import { Dialog } from "../../components/dialog";
import { DownloadIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { downloadBlob } from "../../lib/download";
import * as pageTexts from "../../texts/page-texts";
import type { AuditFilters } from "./filters";
import { type ExportFormat, exportAuditEvents } from "./queries";

interface ExportMenuProps {
  organizationId: string;
  filters: AuditFilters;
}

export function ExportMenu({ organizationId, filters }: ExportMenuProps) {
  const [isFailed, setIsFailed] = useState(false);
  const save = useMutation<ReceivedFile, ApiProblem, ExportFormat>({
    mutationFn: (format) => exportAuditEvents(organizationId, filters, format),
    onSuccess: ({ name, content }) => downloadBlob(name, content),
    onError: () => setIsFailed(true),
  });
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" leftSection={<DownloadIcon />} loading={save.isPending}>
            {pageTexts.audit.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{pageTexts.audit.exportAs}</Menu.Label>
          <Menu.Item onClick={() => save.mutate("CSV")}>{pageTexts.audit.exportCsv}</Menu.Item>
          <Menu.Item onClick={() => save.mutate("NDJSON")}>
            {pageTexts.audit.exportNdjson}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog
        isOpen={isFailed}
        title={pageTexts.audit.exportFailed}
        onClose={() => setIsFailed(false)}
      >
        <ProblemAlert error={save.error} />
      </Dialog>
    </>
  );
}
