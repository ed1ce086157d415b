import { Skeleton, Stack, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import type { ApiProblem } from "../../api/problem";
import type { OrganizationRequest, OrganizationResponse } from "../../api/schema";
import { CopyField } from "../../components/copy-field";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
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
        title={pageTexts.settings.loadFailed}
        error={error}
        onRetry={query.refetch}
        isRetrying={query.isFetching}
      />
    );
  }
  return (
    <>
      <SettingsSection title={pageTexts.settings.general} text={pageTexts.settings.generalText}>
        <Stack gap="md">
          {canEdit ? (
            <NameForm organization={organization} change={change} />
          ) : (
            <div>
              <p className={classes.label}>{pageTexts.settings.name}</p>
              <p className={classes.fact}>{organization.name}</p>
            </div>
          )}
          <SlugFact slug={organization.slug} />
        </Stack>
      </SettingsSection>
      <SettingsSection title={pageTexts.settings.signIn} text={pageTexts.settings.signInText}>
        {canEdit ? (
          <SecondFactorSwitch organization={organization} change={change} />
        ) : (
          <p className={classes.fact}>
            {organization.requiresSecondFactor
              ? pageTexts.settings.secondFactorRequired
              : pageTexts.settings.secondFactorNotRequired}
          </p>
        )}
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
  change: Change;
}

function NameForm({ organization, change }: SettingProps) {
  const form = useApiForm({
    fields: { name: texts.fields.organizationNameMissing },
    send: ({ name }) => change({ name }),
  });
  return (
    <form {...form.props} className={classes.nameForm}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="name"
          label={pageTexts.settings.name}
          autoComplete="organization"
          defaultValue={organization.name}
          error={form.errors.name}
        />
        <FormFoot
          submit={texts.common.save}
          isSending={form.isSending}
          done={texts.common.saved}
          isDone={form.isDone}
        />
      </Stack>
    </form>
  );
}

function SlugFact({ slug }: { slug: string }) {
  return (
    <div>
      <p className={classes.label}>{pageTexts.settings.slug}</p>
      <CopyField
        label={pageTexts.settings.slug}
        text={`${location.origin}/hooks/${slug}`}
        copyLabel={pageTexts.settings.copyUrl}
      />
      <p className={classes.hint}>{pageTexts.settings.slugHint}</p>
    </div>
  );
}

function SecondFactorSwitch({ organization, change }: SettingProps) {
  const { name, requiresSecondFactor } = organization;
  const hintId = useId();
  const require = useMutation<unknown, ApiProblem, boolean>({
    mutationFn: (requires) => change({ name, requiresSecondFactor: requires }),
  });
  return (
    <Stack gap="md">
      {/* Mantine would make its own description a part of the name. */}
      <div>
        <Switch
          label={pageTexts.settings.secondFactor}
          aria-describedby={hintId}
          checked={require.isPending ? require.variables : requiresSecondFactor}
          disabled={require.isPending}
          onChange={(event) => require.mutate(event.currentTarget.checked)}
        />
        <p id={hintId} className={classes.switchHint}>
          {pageTexts.settings.secondFactorHint}
        </p>
      </div>
      {require.error !== null && (
        <ProblemAlert title={pageTexts.settings.secondFactorFailed} error={require.error} />
      )}
    </Stack>
  );
}
