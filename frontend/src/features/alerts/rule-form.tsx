import { Checkbox, MultiSelect, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type {
  AlertKind,
  AlertRuleRequest,
  AlertRuleResponse,
  Member,
  WebhookResponse,
} from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { saveRule } from "./queries";

interface RuleFormProps {
  organizationId: string;
  /** The rule that is changed; undefined for a new one. */
  rule: AlertRuleResponse | undefined;
  webhooks: WebhookResponse[];
  members: Member[];
  onSaved: () => unknown;
}

const kinds = Object.keys(pageTexts.alerts.kinds) as AlertKind[];
const ratePeriods = [15, 30, 60, 240, 720, 1440];
const silencePeriods = [60, 240, 720, 1440, 2880, 4320, 10_080, 20_160, 43_200];
const numbersMax = 100;

export function RuleForm({ organizationId, rule, webhooks, members, onSaved }: RuleFormProps) {
  const [kind, setKind] = useState<AlertKind>(rule?.kind ?? "FAILURE_STREAK");
  const [isRejectedCounted, setRejectedCounted] = useState(rule?.countsRejected ?? false);
  const [tellsAdministrators, setTellsAdministrators] = useState(rule?.tellsAdministrators ?? true);
  const [chosen, setChosen] = useState(rule?.members ?? []);
  const isRate = kind === "FAILURE_RATE";
  const isOfFailures = isRate || kind === "FAILURE_STREAK";
  const form = useApiForm({
    fields: {
      webhookId: undefined,
      deliveries: undefined,
      percent: undefined,
      periodMinutes: undefined,
      members: undefined,
    },
    check: ({ deliveries, percent }) => ({
      ...(isOfFailures && complaint("deliveries", deliveries)),
      ...(isRate && complaint("percent", percent)),
    }),
    send: ({ webhookId, deliveries, percent, periodMinutes }) =>
      saveRule(organizationId, rule?.id, {
        kind,
        webhookId: webhookId === "" ? null : webhookId,
        isOn: rule?.isOn ?? true,
        deliveries: isOfFailures ? Number(deliveries) : null,
        percent: isRate ? Number(percent) : null,
        periodMinutes: isRate || kind === "NO_DELIVERIES" ? Number(periodMinutes) : null,
        countsRejected: isOfFailures && isRejectedCounted,
        tellsAdministrators,
        members: chosen,
      } satisfies AlertRuleRequest),
    onDone: onSaved,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <NativeSelect
          label={pageTexts.alerts.kind}
          data={kinds.map((value) => ({ value, label: pageTexts.alerts.kinds[value] }))}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as AlertKind)}
          disabled={rule !== undefined}
        />
        {kind !== "CREDENTIALS_FAILING" && (
          <NativeSelect
            name="webhookId"
            label={pageTexts.alerts.webhook}
            data={[
              {
                value: "",
                label: isOfFailures ? pageTexts.alerts.eachWebhook : pageTexts.alerts.allWebhooks,
              },
              ...webhooks.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={rule?.webhookId ?? ""}
            error={form.errors.webhookId}
          />
        )}
        {isRate && (
          <TextInput
            name="percent"
            inputMode="numeric"
            label={pageTexts.alerts.percent(isRejectedCounted)}
            defaultValue={rule?.percent ?? 50}
            error={form.errors.percent}
          />
        )}
        {isOfFailures && (
          <TextInput
            key={kind}
            name="deliveries"
            inputMode="numeric"
            label={isRate ? pageTexts.alerts.least : pageTexts.alerts.inARow}
            defaultValue={rule?.deliveries ?? (isRate ? 10 : 5)}
            error={form.errors.deliveries}
          />
        )}
        {(isRate || kind === "NO_DELIVERIES") && (
          <NativeSelect
            key={`period-${kind}`}
            name="periodMinutes"
            label={isRate ? pageTexts.alerts.withinTime : pageTexts.alerts.forTime}
            data={periods(isRate ? ratePeriods : silencePeriods, rule?.periodMinutes)}
            defaultValue={String(rule?.periodMinutes ?? (isRate ? 60 : 1440))}
            error={form.errors.periodMinutes}
          />
        )}
        {isOfFailures && (
          <Checkbox
            label={pageTexts.alerts.countsRejected}
            description={pageTexts.alerts.countsRejectedHint}
            checked={isRejectedCounted}
            onChange={(event) => setRejectedCounted(event.currentTarget.checked)}
          />
        )}
        <Checkbox.Group
          label={pageTexts.alerts.whom}
          value={tellsAdministrators ? ["administrators"] : []}
          onChange={(values) => setTellsAdministrators(values.includes("administrators"))}
        >
          <Checkbox mt={6} value="administrators" label={pageTexts.alerts.administratorsToo} />
        </Checkbox.Group>
        <MultiSelect
          label={pageTexts.alerts.others}
          data={members.map(({ userId, name, email }) => ({
            value: userId,
            label: `${name} (${email})`,
          }))}
          value={chosen}
          onChange={setChosen}
          error={form.errors.members}
        />
        <FormFoot submit={pageTexts.alerts.save} isSending={form.isSending} />
      </Stack>
    </form>
  );
}

/** What a program chose stays choosable. */
function periods(offered: number[], known: number | null | undefined) {
  const all = known == null || offered.includes(known) ? offered : [known, ...offered];
  return all.map((minutes) => ({
    value: String(minutes),
    label: pageTexts.alerts.periods(minutes),
  }));
}

function complaint(field: string, value: string) {
  const number = Number(value);
  const isFine = Number.isInteger(number) && number >= 1 && number <= numbersMax;
  return isFine ? {} : { [field]: pageTexts.alerts.numberMissing(1, numbersMax) };
}
