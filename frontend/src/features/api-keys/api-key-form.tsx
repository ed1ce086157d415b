import { Select, Stack, TextInput } from "@mantine/core";
import type { ApiKeyResponse, Membership } from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { RoleField } from "../../components/role-field";
import { useApiForm } from "../../components/use-api-form";
import { asRole } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { createApiKey } from "./queries";

interface ApiKeyFormProps {
  membership: Membership;
  onCreated: (apiKey: ApiKeyResponse) => unknown;
}

const day = 24 * 3_600_000;
const expiries = Object.entries(pageTexts.apiKeys.expiries).map(([value, label]) => ({
  value,
  label,
}));

export function ApiKeyForm({ membership, onCreated }: ApiKeyFormProps) {
  const form = useApiForm({
    fields: { name: pageTexts.apiKeys.nameMissing, role: undefined, expiresAt: undefined },
    send: ({ name, role, expiresAt }) =>
      createApiKey(membership.organizationId, {
        name,
        role: asRole(role) ?? "VIEWER",
        expiresAt: inDays(Number(expiresAt)),
      }),
    onDone: onCreated,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="name"
          label={pageTexts.apiKeys.name}
          description={pageTexts.apiKeys.nameHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          data-autofocus
          error={form.errors.name}
        />
        <RoleField own={membership.role} most="ADMIN" error={form.errors.role} />
        <Select
          name="expiresAt"
          label={pageTexts.apiKeys.expiry}
          data={expiries}
          defaultValue="90"
          allowDeselect={false}
          checkIconPosition="right"
          error={form.errors.expiresAt}
        />
        <FormFoot submit={pageTexts.apiKeys.createSubmit} isSending={form.isSending} />
      </Stack>
    </form>
  );
}

/** Never, if it is not a number of days. */
function inDays(days: number): string | null {
  return Number.isFinite(days) ? new Date(Date.now() + days * day).toISOString() : null;
}
