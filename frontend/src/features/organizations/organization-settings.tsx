import { Skeleton, Stack, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/problem";
import type { OrganizationRequest, OrganizationResponse } from "../../api/schema";
import { CopyField } from "../../components/copy-field";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import { texts } from "../../texts/texts";
import classes from "./organization-settings.module.css";
import { organizationQuery, updateOrganization } from "./queries";

interface OrganizationSettingsProps {
  organizationId: string;
  canEdit: boolean;
  /** After what others show of the organization has changed. */
  onChanged: () => unknown;
}

export function OrganizationSettings({
  organizationId,
  canEdit,
  onChanged,
}: OrganizationSettingsProps) {
  const query = useQuery(organizationQuery(organizationId));
  const change = useChange(organizationId, onChanged);
  const { data: organization, error } = query;
  if (organization === undefined) {
    return error === null ? (
      <Stack gap="md" aria-busy="true">
        <Skeleton height={180} />
        <Skeleton height={120} />
        <span hidden>{texts.common.loading}</span>
      </Stack>
    ) : (
      <ProblemAlert
        title={texts.settings.loadFailed}
        error={error}
        onRetry={query.refetch}
        isRetrying={query.isFetching}
      />
    );
  }
  return (
    <>
      <SettingsSection title={texts.settings.general} text={texts.settings.generalText}>
        <NameForm organization={organization} canEdit={canEdit} change={change} />
      </SettingsSection>
      <SettingsSection title={texts.settings.signIn} text={texts.settings.signInText}>
        <SecondFactorSwitch organization={organization} canEdit={canEdit} change={change} />
      </SettingsSection>
    </>
  );
}

type Change = (request: OrganizationRequest) => Promise<OrganizationResponse>;

function useChange(organizationId: string, onChanged: () => unknown): Change {
  const queryClient = useQueryClient();
  return async (request) => {
    const changed = await updateOrganization(organizationId, request);
    queryClient.setQueryData(organizationQuery(organizationId).queryKey, changed);
    await onChanged();
    return changed;
  };
}

interface SettingProps {
  organization: OrganizationResponse;
  canEdit: boolean;
  change: Change;
}

function NameForm({ organization, canEdit, change }: SettingProps) {
  const form = useApiForm({
    fields: { name: texts.fields.organizationNameMissing },
    send: ({ name }) => change({ name }),
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="name"
          label={texts.settings.name}
          autoComplete="organization"
          defaultValue={organization.name}
          readOnly={!canEdit}
          error={form.errors.name}
        />
        <div>
          <p className={classes.label}>{texts.settings.slug}</p>
          <CopyField
            label={texts.settings.slug}
            text={`${location.origin}/hooks/${organization.slug}`}
            copyLabel={texts.settings.copyUrl}
          />
          <p className={classes.hint}>{texts.settings.slugHint}</p>
        </div>
        {canEdit && (
          <FormFoot
            submit={texts.common.save}
            isSending={form.isSending}
            done={texts.common.saved}
            isDone={form.isDone}
          />
        )}
      </Stack>
    </form>
  );
}

function SecondFactorSwitch({ organization, canEdit, change }: SettingProps) {
  const { name, requiresSecondFactor } = organization;
  const require = useMutation<unknown, ApiProblem, boolean>({
    mutationFn: (requires) => change({ name, requiresSecondFactor: requires }),
  });
  if (!canEdit) {
    return (
      <p className={classes.fact}>
        {requiresSecondFactor
          ? texts.settings.secondFactorRequired
          : texts.settings.secondFactorNotRequired}
      </p>
    );
  }
  return (
    <Stack gap="md">
      <Switch
        label={texts.settings.secondFactor}
        description={texts.settings.secondFactorHint}
        checked={require.isPending ? require.variables : requiresSecondFactor}
        disabled={require.isPending}
        onChange={(event) => require.mutate(event.currentTarget.checked)}
      />
      {require.error !== null && (
        <ProblemAlert title={texts.settings.secondFactorFailed} error={require.error} />
      )}
    </Stack>
  );
}
