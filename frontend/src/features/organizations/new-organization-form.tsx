import { Stack } from "@mantine/core";
import { FormFoot } from "../../components/form-foot";
import { OrganizationFields } from "../../components/organization-fields";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import { texts } from "../../texts/texts";
import classes from "./new-organization-form.module.css";
import { foundOrganization } from "./queries";

interface NewOrganizationFormProps {
  onFounded: (organizationId: string) => unknown;
}

export function NewOrganizationForm({ onFounded }: NewOrganizationFormProps) {
  const form = useApiForm({
    fields: {
      organizationName: texts.fields.organizationNameMissing,
      organizationSlug: texts.fields.organizationSlugMissing,
    },
    send: foundOrganization,
    onDone: ({ organizationId }) => onFounded(organizationId),
    takesFocus: true,
  });
  return (
    <form {...form.props} className={classes.root}>
      <Stack gap="lg">
        <OrganizationFields errors={form.errors} />
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <FormFoot submit={texts.newOrganization.submit} isSending={form.isSending} />
      </Stack>
    </form>
  );
}
