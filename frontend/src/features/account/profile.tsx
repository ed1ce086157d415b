import { Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { meQuery } from "../../api/me";
import type { MeResponse } from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { updateProfile } from "./queries";

export function Profile({ me }: { me: MeResponse }) {
  const queryClient = useQueryClient();
  const form = useApiForm({
    fields: { name: texts.fields.nameMissing },
    send: updateProfile,
    onDone: (changed) => queryClient.setQueryData(meQuery.queryKey, changed),
  });
  return (
    <SettingsSection title={pageTexts.account.profile} text={pageTexts.account.profileText}>
      <form {...form.props}>
        <Stack gap="md">
          {form.problem !== null && <ProblemAlert error={form.problem} />}
          <TextInput
            name="name"
            label={texts.fields.name}
            autoComplete="name"
            defaultValue={me.name}
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
    </SettingsSection>
  );
}
