import { Stack, TextInput } from "@mantine/core";
import type { InvitationResponse, Membership } from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { RoleField } from "../../components/role-field";
import { useApiForm } from "../../components/use-api-form";
import { checkEmail } from "../../lib/field-checks";
import { asRole } from "../../lib/roles";
import * as pageTexts from "../../texts/page-texts";
import { invite } from "./queries";

interface InviteFormProps {
  membership: Membership;
  onInvited: (invitation: InvitationResponse) => unknown;
}

export function InviteForm({ membership, onInvited }: InviteFormProps) {
  const form = useApiForm({
    fields: { email: pageTexts.people.emailMissing, role: undefined },
    check: ({ email }) => checkEmail(email),
    send: ({ email, role }) =>
      invite(membership.organizationId, { email: email.trim(), role: asRole(role) ?? "VIEWER" }),
    onDone: onInvited,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="email"
          type="email"
          label={pageTexts.people.email}
          autoComplete="off"
          data-autofocus
          error={form.errors.email}
        />
        <RoleField own={membership.role} error={form.errors.role} />
        <FormFoot submit={pageTexts.people.inviteSubmit} isSending={form.isSending} />
      </Stack>
    </form>
  );
}
