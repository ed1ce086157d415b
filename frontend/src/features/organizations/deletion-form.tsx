import { Stack, TextInput } from "@mantine/core";
import type { Membership } from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { PasswordField } from "../../components/password-field";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./offboarding.module.css";
import { deleteOrganization } from "./queries";

interface DeletionFormProps {
  membership: Membership;
  onDeleted: () => unknown;
  onCancel: () => void;
}

/** Names what stops, and lets nobody delete by mistake. */
export function DeletionForm({ membership, onDeleted, onCancel }: DeletionFormProps) {
  const { organizationId, organizationSlug } = membership;
  const form = useApiForm({
    fields: { slug: pageTexts.offboarding.slugMissing, password: texts.fields.passwordMissing },
    check: ({ slug }) =>
      slug.trim() === organizationSlug ? {} : { slug: pageTexts.offboarding.slugWrong },
    send: ({ slug, password }) =>
      deleteOrganization(organizationId, { slug: slug.trim(), password }),
    onDone: onDeleted,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        <ul className={classes.consequences}>
          {pageTexts.offboarding.deleteConsequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="slug"
          label={pageTexts.offboarding.slug(organizationSlug)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          error={form.errors.slug}
        />
        <PasswordField error={form.errors.password} />
        <FormFoot
          submit={pageTexts.offboarding.deleteSubmit}
          isSending={form.isSending}
          color="red"
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
