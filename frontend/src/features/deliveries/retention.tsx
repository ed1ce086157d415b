import { Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ApiProblem } from "../../api/problem";
import type { RetentionResponse } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { countText } from "../../components/delivery/count-text";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { asBytes } from "../../lib/bytes";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { deliveryCountQuery, retentionQuery, updateRetention } from "./queries";

const dayMs = 86_400_000;

interface RetentionProps {
  organizationId: string;
  canEdit: boolean;
}

/** How long deliveries are kept. */
export function Retention({ organizationId, canEdit }: RetentionProps) {
  const { data, error, refetch, isFetching } = useQuery(retentionQuery(organizationId));
  return (
    <SettingsSection title={pageTexts.retention.title} text={pageTexts.retention.text}>
      {data === undefined ? (
        error === null ? (
          <Skeleton height={96} />
        ) : (
          <ProblemAlert
            title={pageTexts.retention.loadFailed}
            error={error}
            onRetry={refetch}
            isRetrying={isFetching}
          />
        )
      ) : (
        <Stack gap="md">
          {canEdit ? (
            <RetentionForm organizationId={organizationId} retention={data} />
          ) : (
            <Text size="sm">
              {data.days === null || data.days === undefined
                ? pageTexts.retention.longest(data.daysMax)
                : pageTexts.retention.days(data.days)}
            </Text>
          )}
          <Text size="sm" c="var(--muted)">
            {pageTexts.retention.kept(asBytes(data.bodyBytes))}
          </Text>
        </Stack>
      )}
    </SettingsSection>
  );
}

/** How many are deleted for good; nothing if that cannot be told. */
function Going({ organizationId, days }: { organizationId: string; days: number }) {
  const [to] = useState(() => new Date(Date.now() - days * dayMs).toISOString());
  const { data } = useQuery(deliveryCountQuery(organizationId, { to }, false));
  return data && <Text size="sm">{pageTexts.retention.confirmCount(countText(data))}</Text>;
}

interface RetentionFormProps {
  organizationId: string;
  retention: RetentionResponse;
}

function RetentionForm({ organizationId, retention }: RetentionFormProps) {
  const queryClient = useQueryClient();
  const { days, daysMax } = retention;
  const [entered, setEntered] = useState(days?.toString() ?? "");
  const [isAsking, setIsAsking] = useState(false);
  const wanted = entered.trim() === "" ? null : Number(entered);
  const isOutOfRange =
    wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= daysMax);
  const save = useMutation<RetentionResponse, ApiProblem, number | null>({
    mutationFn: (chosen) => updateRetention(organizationId, chosen),
    onSuccess: (changed) => {
      queryClient.setQueryData(retentionQuery(organizationId).queryKey, changed);
      setIsAsking(false);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isOutOfRange) {
      return;
    }
    save.reset();
    if ((wanted ?? daysMax) < (days ?? daysMax)) {
      setIsAsking(true);
    } else {
      save.mutate(wanted); // Nothing is deleted that would have been kept.
    }
  };
  const fewer = wanted ?? daysMax;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {save.error !== null && !isAsking && <ProblemAlert error={save.error} />}
        <TextInput
          label={pageTexts.retention.label}
          description={pageTexts.retention.hint(daysMax)}
          type="number"
          min={1}
          max={daysMax}
          maw={360}
          rightSection={
            <Text size="sm" c="var(--mantine-color-text)">
              {pageTexts.retention.unit}
            </Text>
          }
          rightSectionWidth={56}
          value={entered}
          onChange={(event) => {
            save.reset();
            setEntered(event.currentTarget.value);
          }}
          error={isOutOfRange && pageTexts.retention.outOfRange(daysMax)}
        />
        <FormFoot
          submit={texts.common.save}
          isSending={save.isPending && !isAsking}
          done={texts.common.saved}
          isDone={save.isSuccess}
        />
      </Stack>
      <ConfirmDialog
        isOpen={isAsking}
        title={pageTexts.retention.confirmTitle(fewer)}
        text={pageTexts.retention.confirmText(fewer)}
        confirm={pageTexts.retention.confirm}
        error={save.error}
        isPending={save.isPending}
        onConfirm={() => save.mutate(wanted)}
        onClose={() => setIsAsking(false)}
      >
        {isAsking && <Going organizationId={organizationId} days={fewer} />}
        <Text size="sm">{pageTexts.retention.confirmWhen}</Text>
      </ConfirmDialog>
    </form>
  );
}
