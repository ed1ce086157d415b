import { Alert, Loader, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "../../../components/problem-alert";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { panelsQuery } from "./queries";
import { ReadAt } from "./read-at";
import { usePanelRefresh } from "./use-refresh";

interface PanelPickerProps {
  organizationId: string;
  type: string;
  panel: string | null;
  error: string | undefined;
  onChange: (panel: string) => void;
}

/** A panel out of those that the tenant's iMIS has. */
export function PanelPicker({ organizationId, type, panel, error, onChange }: PanelPickerProps) {
  const query = useQuery(panelsQuery(organizationId, type));
  const refresh = usePanelRefresh(organizationId, type, panel);
  const panels = query.data?.items;
  if (panels === undefined && query.error !== null) {
    return (
      <ProblemAlert
        title={pageTexts.wizard.panelsFailed}
        error={query.error}
        onRetry={query.refetch}
        isRetrying={query.isFetching}
      />
    );
  }
  const age = query.data && (
    <ReadAt
      readAt={query.data.readAt}
      what={pageTexts.wizard.panels}
      onRefresh={refresh.mutate}
      isRefreshing={refresh.isPending}
      error={refresh.error}
    />
  );
  if (panels?.length === 0) {
    return (
      <Alert color="gray" title={pageTexts.wizard.noPanelsTitle}>
        {pageTexts.wizard.noPanelsText}
        {age}
      </Alert>
    );
  }
  return (
    <div>
      <Select
        wrapperProps={{ "data-at": "panel" }}
        name="panel"
        label={pageTexts.wizard.panel}
        description={pageTexts.wizard.panelHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        placeholder={panels === undefined ? texts.common.loading : pageTexts.wizard.panelExample}
        disabled={panels === undefined}
        rightSection={panels === undefined ? <Loader size="xs" aria-hidden="true" /> : undefined}
        data={(panels ?? []).map(({ name, label }) => ({ value: name, label }))}
        value={panel}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
        nothingFoundMessage={pageTexts.wizard.noPanelMatch}
        searchable
        allowDeselect={false}
        checkIconPosition="right"
        error={error}
      />
      {age}
    </div>
  );
}
