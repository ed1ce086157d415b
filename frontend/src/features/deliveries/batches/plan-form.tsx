import { Alert, Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { countText } from "../../../components/delivery/count-text";
import { AlertIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { WorkButton } from "../../../components/work-button";
import { isFiltered } from "../../../lib/filters";
import * as pageTexts from "../../../texts/page-texts";
import { texts } from "../../../texts/texts";
import { type DeliveryFilters, queryOf } from "../filters";
import { deliveryCountQuery } from "../queries";
import warning from "../replay.module.css";
import type { Planned } from "./plan-dialog";
import type { usePlan } from "./use-plan";

interface PlanFormProps {
  organizationId: string;
  what: Planned;
  plan: ReturnType<typeof usePlan>;
  onCancel: () => void;
}

export function PlanForm({ organizationId, what, plan, onCancel }: PlanFormProps) {
  const [isAsNow, setIsAsNow] = useState(true);
  const submit = () =>
    plan.mutate({
      ...("filters" in what
        ? { filter: queryOf(what.filters) }
        : { deliveryIds: what.deliveryIds }),
      isAsNow,
    });
  return (
    <Stack gap="md">
      {"filters" in what && <About organizationId={organizationId} filters={what.filters} />}
      <Text size="sm">{pageTexts.selection.intro}</Text>
      <Radio.Group
        label={pageTexts.selection.versions}
        value={isAsNow ? "now" : "then"}
        onChange={(chosen) => setIsAsNow(chosen === "now")}
      >
        <Stack gap="sm" mt={6}>
          <Radio
            value="now"
            label={pageTexts.selection.asNow}
            description={pageTexts.selection.asNowText}
          />
          <Radio
            value="then"
            label={pageTexts.selection.asThen}
            description={pageTexts.selection.asThenText}
          />
        </Stack>
      </Radio.Group>
      {plan.error !== null && <ProblemAlert error={plan.error} />}
      <Text size="sm" c="dimmed" role="status">
        {plan.isPending && pageTexts.selection.planning}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel} disabled={plan.isPending} data-autofocus>
          {texts.common.cancel}
        </Button>
        <WorkButton onClick={submit} loading={plan.isPending}>
          {pageTexts.selection.plan}
        </WorkButton>
      </Group>
    </Stack>
  );
}

interface AboutProps {
  organizationId: string;
  filters: DeliveryFilters;
}

/** How many the filters mean, as far as it is known. */
function About({ organizationId, filters }: AboutProps) {
  const { data: count } = useQuery(deliveryCountQuery(organizationId, filters, false));
  return (
    <>
      {count !== undefined && <Text size="sm">{pageTexts.selection.about(countText(count))}</Text>}
      {!isFiltered(filters) && (
        <Alert
          color="yellow"
          classNames={{ root: warning.warning, icon: warning.strong }}
          icon={<AlertIcon size={18} />}
        >
          <Text size="sm">{pageTexts.selection.unfiltered}</Text>
        </Alert>
      )}
    </>
  );
}
